import type { OrganisationId, PersonId } from "@tsunagi/contracts/ids";
import type { AuditLine } from "@tsunagi/contracts/rest/audit";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import type { AuditRow } from "./chain.ts";
import { findEntries, namesOf } from "./store.ts";

interface Page {
  readonly limit: number;
  readonly before?: number | undefined;
}

/** Who looked at this person's data and who changed it: the list the person may ask for (domain 5, 6). */
export async function listAccess(
  unit: StaffUnit,
  input: { personId: PersonId } & Page,
): Promise<{ lines: AuditLine[]; more: boolean }> {
  const { personId, limit, before } = input;
  const job = await authorise(unit, "access.read", { personId });
  const rows = await findEntries(unit.tx, { personId, limit, ...(before ? { before } : {}) });
  unit.audit({ action: "access.read", job, personId });
  return toLines(unit, rows, limit);
}

/** What the staff of one's own organisation did. */
export async function reviewAudit(
  unit: StaffUnit,
  input: { organisationId: OrganisationId; outcome?: "allowed" | "denied" | undefined } & Page,
): Promise<{ lines: AuditLine[]; more: boolean }> {
  const { organisationId, limit, before, outcome } = input;
  const job = await authorise(unit, "audit.review", { organisationIds: [organisationId] });
  const filter = { organisationId, limit, ...(before ? { before } : {}), ...(outcome ? { outcome } : {}) };
  const rows = await findEntries(unit.tx, filter);
  unit.audit({ action: "audit.review", job, subjectId: organisationId });
  return toLines(unit, rows, limit);
}

async function toLines(
  unit: StaffUnit,
  rows: readonly AuditRow[],
  limit: number,
): Promise<{ lines: AuditLine[]; more: boolean }> {
  const shown = rows.slice(0, limit);
  const names = await namesOf(unit.tx, shown);
  const lines = shown.map((row) => ({
    sequence: Number(row.seq),
    at: row.at.toISOString(),
    actor: row.actorStaffId ? (names.staff.get(row.actorStaffId) ?? row.actorStaffId) : "",
    organisation: row.actorOrgId ? (names.organisations.get(row.actorOrgId) ?? row.actorOrgId) : "",
    action: row.action,
    outcome: row.outcome as AuditLine["outcome"],
    channel: row.channel as AuditLine["channel"],
    personCode: row.personId ? (names.people.get(row.personId) ?? null) : null,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
  }));
  return { lines, more: rows.length > limit };
}
