import type { OrganisationId } from "@tsunagi/contracts/ids";
import { parse } from "csv-parse/sync";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { decodeFile } from "./decodeFile.ts";
import { careFormat, disabilityFormat, type OpenDataFormat, type OpenDataRow } from "./openData.ts";
import {
  insertOrganisation,
  insertService,
  organisationsByNumber,
  updateOrganisation,
  updateService,
} from "./store.ts";

export interface ImportReport {
  readonly format: "care" | "disability";
  rows: number;
  organisationsCreated: number;
  organisationsUpdated: number;
  servicesCreated: number;
  servicesUpdated: number;
  readonly rejected: { line: number; ja: string; en: string }[];
}

const BATCH = 200;

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
  const { format, lines } = readLines(bytes);
  const report: ImportReport = {
    format: format.system,
    rows: lines.length,
    organisationsCreated: 0,
    organisationsUpdated: 0,
    servicesCreated: 0,
    servicesUpdated: 0,
    rejected: [],
  };
  const rows: OpenDataRow[] = [];
  for (const { columns, line } of lines) {
    const result = format.read(columns);
    if ("row" in result) rows.push(result.row);
    else report.rejected.push({ line, ...result.problem });
  }
  for (let start = 0; start < rows.length; start += BATCH) {
    await storeBatch(unit, format, rows.slice(start, start + BATCH), report);
  }
  return report;
}

interface Line {
  readonly columns: Record<string, string>;
  readonly line: number;
}

function readLines(bytes: Uint8Array): { format: OpenDataFormat; lines: Line[] } {
  const text = decodeFile(bytes);
  if (text === null) throw new CareError("unreadableFile", { reason: "文字コード / character encoding" });
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new CareError("unreadableFile", { reason: "CSV" });
  }
  const names = Object.keys(records[0]?.record ?? {});
  const format = [careFormat, disabilityFormat].find(({ required }) => required.every((name) => names.includes(name)));
  if (!format) throw new CareError("unreadableFile", { reason: "列名 / column names" });
  return { format, lines: records.map(({ record, info }) => ({ columns: record, line: info.lines })) };
}

async function storeBatch(
  unit: Unit,
  format: OpenDataFormat,
  rows: readonly OpenDataRow[],
  report: ImportReport,
): Promise<void> {
  const numbers = [...new Set(rows.map((row) => row.service.businessNumber))];
  const known = await organisationsByNumber(unit.tx, format.system, numbers);
  const touched = new Set<OrganisationId>();
  for (const { organisation, service } of rows) {
    let entry = known.get(service.businessNumber);
    if (!entry) {
      entry = { id: await insertOrganisation(unit.tx, organisation), services: new Map() };
      known.set(service.businessNumber, entry);
      report.organisationsCreated += 1;
    } else if (!touched.has(entry.id)) {
      await updateOrganisation(unit.tx, entry.id, organisation);
      report.organisationsUpdated += 1;
    }
    touched.add(entry.id);
    const serviceId = entry.services.get(service.serviceType);
    if (serviceId) {
      await updateService(unit.tx, serviceId, service);
      report.servicesUpdated += 1;
    } else {
      await insertService(unit.tx, entry.id, service);
      entry.services.set(service.serviceType, "new");
      report.servicesCreated += 1;
    }
  }
}
