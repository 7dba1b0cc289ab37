import type { Role } from "@tsunagi/contracts/codes/roles";
import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { Colleague, StaffMemberView } from "@tsunagi/contracts/rest/staff";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { findColleagues, staffOfOrganisation, toColleague } from "./store.ts";

/** Staff of one's own organisation, former ones too. */
export async function listStaff(
  unit: StaffUnit,
  input: { organisationId: OrganisationId },
): Promise<{ staff: StaffMemberView[] }> {
  const job = await authorise(unit, "staff.manage", { organisationIds: [input.organisationId] });
  unit.audit({ action: "staff.list", job, subjectId: input.organisationId });
  return { staff: await staffOfOrganisation(unit.tx, input.organisationId) };
}

/** Professionals of the network, by name, kana, role or organisation: whom to add to a team. */
export async function searchColleagues(
  unit: StaffUnit,
  input: { text: string; role?: Role | undefined; organisationId?: OrganisationId | undefined; limit: number },
): Promise<{ colleagues: Colleague[] }> {
  const found = await findColleagues(unit.tx, { ...input, text: input.text.normalize("NFKC") });
  unit.audit({ action: "staff.search", detail: { found: found.length } });
  return { colleagues: found.map(toColleague) };
}
