import type { ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { OpenDataImportId } from "@tsunagi/contracts/ids";
import { facilityChanged } from "../../facilities/search/facilityChanged.ts";
import { newId } from "../../kernel/ids.ts";
import type { Unit } from "../../kernel/unit.ts";
import { gather, PLAIN_KINDS } from "../gather.ts";
import type { OpenDataRow, RowProblem } from "../openData.ts";
import type { Entry, RejectedRow } from "../readOpenData.ts";
import { lockImports, organisationsByNumber, putOrganisations, putServices, raiseKinds } from "../store.ts";
import { addProgress, type ImportProgress, insertRejections } from "./store.ts";

const TWICE: RowProblem = {
  ja: "同じ事業所番号とサービスの種類の行がすでにあります",
  en: "A line above has the same business number and service type",
};

export interface Batch {
  readonly importId: OpenDataImportId;
  readonly system: ServiceSystem;
  readonly entries: readonly Entry[];
  /** Of the file, up to the end of this batch. */
  readonly bytesRead: number;
}

/**
 * Puts some rows of a file into the database in one transaction, with what was not taken and how far the import is. A
 * key that stood in an earlier row of the file is reported, whichever batch that was in.
 */
export async function storeBatch(unit: Unit, batch: Batch): Promise<ImportProgress> {
  const { importId, system, entries, bytesRead } = batch;
  await lockImports(unit.tx);
  const lines = new Map<string, number>();
  const rows: OpenDataRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const entry of entries) {
    if ("rejected" in entry) rejected.push(entry.rejected);
    else if (lines.has(keyOf(entry.row.service))) rejected.push({ line: entry.line, ...TWICE });
    else {
      lines.set(keyOf(entry.row.service), entry.line);
      rows.push(entry.row);
    }
  }
  const stored = await storeRows(unit, importId, system, rows);
  for (const key of stored.keys) lines.delete(key);
  rejected.push(...[...lines.values()].map((line) => ({ line, ...TWICE })));
  const { keys: _, ...counts } = stored;
  const progress = { ...counts, rows: entries.length, rejected: rejected.length };
  await insertRejections(unit.tx, importId, rejected);
  await addProgress(unit.tx, importId, progress, { system, bytesRead: BigInt(bytesRead), movedAt: unit.now });
  return progress;
}

const keyOf = ({ businessNumber, serviceType }: { businessNumber: string; serviceType: string }): string =>
  `${businessNumber} ${serviceType}`;

/** The first row of a file says what an organisation is called and where it is; a later batch adds services only. */
async function storeRows(unit: Unit, importId: OpenDataImportId, system: ServiceSystem, rows: readonly OpenDataRow[]) {
  const organisations = gather(rows);
  const numbers = organisations.map(({ businessNumber }) => businessNumber);
  const known = await organisationsByNumber(unit.tx, system, numbers, importId);
  const named = organisations.map((one) => ({ ...one, id: known.get(one.businessNumber)?.id ?? newId("org") }));
  const isTouched = ({ businessNumber }: { businessNumber: string }) => known.get(businessNumber)?.touched === true;
  const fresh = named.filter((one) => !isTouched(one));
  const touched = named.filter(isTouched);
  await putOrganisations(unit.tx, fresh, PLAIN_KINDS);
  await raiseKinds(
    unit.tx,
    touched.map(({ id, data }) => ({ id, kind: data.kind })),
    PLAIN_KINDS,
  );
  const services = named.flatMap(({ id, services: own }) => own.map((service) => ({ ...service, organisationId: id })));
  const put = await putServices(unit.tx, services, importId);
  await facilityChanged(
    unit,
    put.map(({ id }) => id),
  );
  const servicesCreated = put.filter(({ created }) => created).length;
  const organisationsUpdated = fresh.filter(({ businessNumber }) => known.has(businessNumber)).length;
  return {
    keys: put.map(keyOf),
    organisationsCreated: fresh.length - organisationsUpdated,
    organisationsUpdated,
    servicesCreated,
    servicesUpdated: put.length - servicesCreated,
  };
}
