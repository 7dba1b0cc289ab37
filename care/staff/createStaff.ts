import type { Role } from "@tsunagi/contracts/codes/roles";
import { type MatrixUserId, matrixUserId, type OrganisationId } from "@tsunagi/contracts/ids";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { CareError, found } from "../kernel/errors.ts";
import { newCode, newId, newInitialPassword } from "../kernel/ids.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { accountLane } from "../outbox/messages.ts";
import { authorise } from "../permissions/authorise.ts";
import { refuseHigherRole } from "./authority.ts";
import { joinOrganisationRoom } from "./organisationRoom.ts";
import { insertMembership, insertStaff, loadStaff, loginNameTaken } from "./store.ts";

export interface StaffInput {
  readonly loginName: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly role: Role;
}

/**
 * Creates an account without e-mail. The initial password is given once to the administrator, and must be changed.
 * @throws CareError forbidden, loginNameTaken
 */
export async function createStaff(
  unit: StaffUnit,
  input: { organisationId: OrganisationId } & StaffInput,
): Promise<{ staff: StaffMemberView; initialPassword: string }> {
  const { organisationId } = input;
  const job = await authorise(unit, "staff.manage", { organisationIds: [organisationId] });
  refuseHigherRole(unit, input.role);
  const initialPassword = newInitialPassword();
  const staff = await addAccount(unit, input, { password: initialPassword, mustChangePassword: true });
  unit.audit({ action: "staff.create", job, subjectId: staff.id, detail: { role: input.role, organisationId } });
  return { staff, initialPassword };
}

/** The account itself, for administrators and for the first start. Audit rows are the caller's. */
export async function addAccount(
  unit: Unit,
  input: { organisationId: OrganisationId } & StaffInput,
  { password, mustChangePassword }: { password: string; mustChangePassword: boolean },
): Promise<StaffMemberView> {
  const { organisationId, role, loginName, familyName, givenName, familyKana, givenKana } = input;
  if (loginName.startsWith(unit.settings.botPrefix) || (await loginNameTaken(unit.tx, loginName))) {
    throw new CareError("loginNameTaken");
  }
  const id = newId("stf");
  const code = newCode();
  const userId: MatrixUserId = matrixUserId.parse(`@${loginName}:${unit.settings.serverName}`);
  const names = { familyName, givenName, familyKana, givenKana };
  const status = mustChangePassword ? "invited" : "active";
  await insertStaff(unit.tx, { id, matrixUserId: userId, loginName, code, ...names, status, mustChangePassword });
  const grantedById = unit.actor.kind === "staff" ? unit.actor.staffId : null;
  await insertMembership(unit.tx, { id: newId("mbr"), staffId: id, organisationId, role, grantedById });
  const payload = { userId, password, code };
  await unit.send({ kind: "account.create", lane: accountLane(userId), key: `account.create:${id}`, payload });
  await joinOrganisationRoom(unit, organisationId, userId, id);
  return found(await loadStaff(unit.tx, id));
}
