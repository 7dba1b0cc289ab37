import type { Role } from "@tsunagi/contracts/codes/roles";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import type { Job } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { homeOrganisations } from "./store.ts";

/**
 * For acts on an account itself: its password, its devices, its suspension. They belong to the administrator of the
 * organisation the person works at longest, and to the network's. Another organisation may take somebody on, and end
 * that again, but never gets hold of an account by doing so.
 * @throws CareError forbidden
 */
export async function authoriseAccount(
  unit: StaffUnit,
  permission: "staff.manage" | "device.approve",
  staff: StaffMemberView,
): Promise<Job> {
  const home = (await homeOrganisations(unit.tx, [staff.id])).get(staff.id);
  const job = await authorise(unit, permission, { organisationIds: home ? [home] : [] });
  for (const { role } of staff.memberships) refuseHigherRole(unit, role);
  return job;
}

/** Only the network's own administrator gives or takes that role, or touches the account of one who has it. */
export function refuseHigherRole(unit: StaffUnit, role: Role): void {
  if (role !== "networkAdmin" || unit.actor.jobs.some((job) => job.role === "networkAdmin")) return;
  throw new CareError("forbidden", {}, { denied: { action: "staff.manage" } });
}
