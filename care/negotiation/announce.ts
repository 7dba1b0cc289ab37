import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { Unit } from "../kernel/unit.ts";
import { organisationName } from "../organisations/store.ts";
import { closeRoom, tellRoom } from "../rooms/makeRoom.ts";
import type { EnquiryNews } from "../rooms/notices.ts";
import { roomOfEnquiry, roomOfOrganisation } from "../rooms/store.ts";
import { isTerminal } from "./states.ts";
import { type CaseRow, type EnquiryRow, endDisclosures, endMembers, facilitiesByIds } from "./store.ts";
import { tellOtherSide } from "./tellPeople.ts";

/**
 * Tells an enquiry's room what was done. At its end the room closes, what was given is seen no more, and the facility's
 * own room gets the last word: there it can still be read.
 */
export async function announce(unit: Unit, of: CaseRow, enquiry: EnquiryRow, news: EnquiryNews): Promise<void> {
  const room = await roomOfEnquiry(unit.tx, enquiry.id);
  const occasion = `${enquiry.id}:${enquiry.version}`;
  if (news.action !== "send") await tellOtherSide(unit, of, enquiry, news.side === "asker" ? "facility" : "asker");
  if (room && news.action !== "send") await tellRoom(unit, room.id, { notice: "enquiryStep", ...news }, occasion);
  if (!isTerminal(enquiry.state)) return;
  if (enquiry.state !== "completed") await endDisclosures(unit.tx, enquiry.id, unit.now);
  if (!room) return;
  await endMembers(unit.tx, enquiry.id, unit.now);
  await closeRoom(unit, room.id);
  const asker = await organisationName(unit.tx, of.askerOrgId);
  const facility = (await facilitiesByIds(unit.tx, [enquiry.facilityId])).get(enquiry.facilityId);
  await tellOrganisation(unit, enquiry.organisationId, of, enquiry, asker);
  if (of.askerOrgId !== enquiry.organisationId)
    await tellOrganisation(unit, of.askerOrgId, of, enquiry, facility?.name ?? "");
}

/** A line in the organisation's own room: number, state and the other side. */
export async function tellOrganisation(
  unit: Unit,
  organisationId: OrganisationId,
  of: Pick<CaseRow, "code">,
  enquiry: EnquiryRow,
  otherSide: string,
): Promise<void> {
  const room = await roomOfOrganisation(unit.tx, organisationId);
  if (!room) return;
  const notice = { notice: "enquiryNews" as const, code: of.code, state: enquiry.state, otherSide };
  await tellRoom(unit, room.id, notice, `${enquiry.id}:${enquiry.version}:${organisationId}`);
}
