import type { ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { type GatheredOrganisation, gather, PLAIN_KINDS } from "./gather.ts";
import { type RejectedRow, readOpenData } from "./readOpenData.ts";
import { lockImports, organisationsByNumber, putOrganisations, putServices } from "./store.ts";

export interface ImportReport {
  readonly format: ServiceSystem;
  readonly rows: number;
  organisationsCreated: number;
  organisationsUpdated: number;
  servicesCreated: number;
  servicesUpdated: number;
  readonly rejected: RejectedRow[];
}

const BATCH = 500;

/** A city's own list, loaded by the network's administrator. */
export async function importOrganisations(unit: StaffUnit, input: { bytes: Uint8Array }): Promise<ImportReport> {
  const job = await authorise(unit, "organisation.manage");
  const report = await importOpenData(unit, input.bytes);
  const { rows, organisationsCreated, servicesCreated } = report;
  const detail = { rows, organisationsCreated, servicesCreated, rejected: report.rejected.length };
  unit.audit({ action: "organisation.import", job, detail });
  return report;
}

/**
 * Loads one public open-data file. The key is (事業所番号, サービスの種類): a second load updates, nothing is ever
 * deleted, since missing from a later release does not mean closed. Every row that is not taken is reported.
 * @throws CareError unreadableFile
 */
export async function importOpenData(unit: Unit, bytes: Uint8Array): Promise<ImportReport> {
  const { format, count, rows, rejected } = readOpenData(bytes);
  const report: ImportReport = {
    format: format.system,
    rows: count,
    organisationsCreated: 0,
    organisationsUpdated: 0,
    servicesCreated: 0,
    servicesUpdated: 0,
    rejected: [...rejected],
  };
  await lockImports(unit.tx);
  const organisations = gather(rows);
  for (let start = 0; start < organisations.length; start += BATCH) {
    await storeBatch(unit, format.system, organisations.slice(start, start + BATCH), report);
  }
  return report;
}

async function storeBatch(
  unit: Unit,
  system: ServiceSystem,
  batch: readonly GatheredOrganisation[],
  report: ImportReport,
): Promise<void> {
  const numbers = batch.map(({ businessNumber }) => businessNumber);
  const known = await organisationsByNumber(unit.tx, system, numbers);
  const named = batch.map((one) => ({ ...one, id: known.get(one.businessNumber) ?? newId("org") }));
  await putOrganisations(unit.tx, named, PLAIN_KINDS);
  const services = named.flatMap(({ id, services: own }) => own.map((service) => ({ ...service, organisationId: id })));
  const created = await putServices(unit.tx, services);
  report.organisationsCreated += named.length - known.size;
  report.organisationsUpdated += known.size;
  report.servicesCreated += created;
  report.servicesUpdated += services.length - created;
}
