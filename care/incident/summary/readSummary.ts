import type { SummaryForm } from "@tsunagi/contracts/codes/incident";
import type { IncidentId } from "@tsunagi/contracts/ids";
import type { IncidentSummary } from "@tsunagi/contracts/rest/incidentSummary";
import type { HandedOver } from "../../handover/handOver.ts";
import { CareError } from "../../kernel/errors.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { organisationsFor } from "../access.ts";
import { openIn } from "../sealing.ts";
import { type IncidentRow, loadIncident } from "../store.ts";
import { summaryFile } from "./files.ts";
import { loadSummary, type SummaryRow } from "./store.ts";
import { summaryPurpose } from "./writeSummary.ts";

interface Opened {
  readonly summary: IncidentSummary;
  readonly until: string;
}

/** What was handed over, on a page; recorded. @throws CareError forbidden, summaryGone */
export const readSummary = (unit: StaffUnit, { incidentId }: { incidentId: IncidentId }): Promise<Opened> =>
  open(unit, incidentId, "view");

/** The same as a file, made in memory; recorded with its form. @throws CareError forbidden, summaryGone */
export async function saveSummary(
  unit: StaffUnit,
  { incidentId, form }: { incidentId: IncidentId; form: SummaryForm },
): Promise<HandedOver> {
  const { summary, until } = await open(unit, incidentId, form);
  return summaryFile(summary, until, form, unit.now);
}

/** Crew of the organisation that drove, or the hospital that received; nobody once it has expired. */
async function open(unit: StaffUnit, incidentId: IncidentId, form: SummaryForm | "view"): Promise<Opened> {
  const of = await loadIncident(unit.tx, incidentId);
  const row = of && (await loadSummary(unit.tx, incidentId));
  if (!of || !mayRead(unit, of, row))
    throw new CareError("forbidden", {}, { denied: { action: "incident.readSummary", subjectId: incidentId } });
  if (!row?.sealed || row.expiresAt <= unit.now) throw new CareError("summaryGone");
  unit.audit({ action: "incident.readSummary", personId: of.personId, subjectId: of.id, detail: { form } });
  return {
    summary: openIn<IncidentSummary>(unit, of, row.sealed, summaryPurpose(of.id)),
    until: row.expiresAt.toISOString(),
  };
}

function mayRead(unit: StaffUnit, of: IncidentRow, row: SummaryRow | null): boolean {
  if (organisationsFor(unit, "incident.open").includes(of.crewOrgId)) return true;
  const { hospitalId = null } = row ?? {};
  return hospitalId !== null && organisationsFor(unit, "incident.answer").includes(hospitalId);
}
