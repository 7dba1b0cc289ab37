import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import type { EnquiryId, OrganisationId, PersonId } from "@tsunagi/contracts/ids";
import type { Permission } from "@tsunagi/contracts/permissions";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { reachOf } from "../permissions/table.ts";
import { inviteToRoom, removeFromRoom } from "../rooms/makeRoom.ts";
import { roomOfEnquiry } from "../rooms/store.ts";
import {
  type CaseRow,
  type EnquiryRow,
  endMember,
  enquiriesOfStaff,
  type Helper,
  type MemberSide,
  putMember,
  staffWithRoles,
} from "./store.ts";

const rolesFor = (permission: Permission, reach: "team" | "organisation"): Role[] =>
  roles.codes.filter((role) => reachOf(role, permission).has(reach));

/** Who may answer for a facility. */
export const answering = (unit: Unit, organisationId: OrganisationId): Promise<Helper[]> =>
  staffWithRoles(unit.tx, organisationId, rolesFor("negotiation.answer", "organisation"));

/** The asker's side: whoever opened the case, and colleagues of the same organisation in the person's team. */
export const asking = (unit: Unit, askerOrgId: OrganisationId, personId: PersonId): Promise<Helper[]> =>
  staffWithRoles(unit.tx, askerOrgId, rolesFor("negotiation.ask", "team"), personId);

/** Lets people into an enquiry's room; whoever is in it already is left alone. */
export async function letIn(
  unit: Unit,
  enquiry: Pick<EnquiryRow, "id">,
  side: MemberSide,
  people: readonly Helper[],
): Promise<void> {
  const room = await roomOfEnquiry(unit.tx, enquiry.id);
  if (!room || room.state === "closed") return;
  for (const { staffId, userId } of people) {
    const isNew = await putMember(unit.tx, { enquiryId: enquiry.id, staffId, side, joinedAt: unit.now });
    if (isNew) await inviteToRoom(unit, room.id, userId, `${staffId}:${unit.now.getTime()}`);
  }
}

/** The one who acts, for either side: who was not in the room yet comes into it. */
export async function letActorIn(unit: StaffUnit, of: CaseRow, enquiry: EnquiryRow, side: MemberSide): Promise<void> {
  const { staffId, userId } = unit.actor;
  if (of.sentAt) await letIn(unit, enquiry, side, [{ staffId, userId }]);
}

/** Somebody's job has ended: they leave the rooms of enquiries they were in for it. */
export async function leaveEnquiries(
  unit: Unit,
  staff: Pick<StaffMemberView, "id" | "userId">,
  occasion: string,
  organisationId?: OrganisationId,
): Promise<void> {
  const ids: EnquiryId[] = await enquiriesOfStaff(unit.tx, staff.id, organisationId);
  for (const id of ids) {
    await endMember(unit.tx, id, staff.id, unit.now);
    const room = await roomOfEnquiry(unit.tx, id);
    if (room && room.state !== "closed") await removeFromRoom(unit, room.id, staff.userId, occasion);
  }
}
