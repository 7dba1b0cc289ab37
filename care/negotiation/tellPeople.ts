import type { Unit } from "../kernel/unit.ts";
import { notify, senderOf, type ToTell } from "../notices/notify.ts";
import { type CaseRow, type EnquiryRow, type MemberSide, membersOn } from "./store.ts";

/** Tells the people of one side that something was done: on their devices and in their lists, nothing of what it is. */
export async function tellOtherSide(
  unit: Unit,
  of: Pick<CaseRow, "id" | "askerOrgId">,
  enquiry: Pick<EnquiryRow, "id" | "version" | "organisationId">,
  side: MemberSide,
): Promise<void> {
  const [organisationId, otherOrg] =
    side === "asker" ? [of.askerOrgId, enquiry.organisationId] : [enquiry.organisationId, of.askerOrgId];
  const to = (await membersOn(unit.tx, enquiry.id, side)).map((staffId): ToTell => ({ staffId, organisationId }));
  await notify(unit, {
    ...{ to, kind: "negotiation", urgency: "routine", addressed: "organisation" },
    subjectId: side === "asker" ? of.id : enquiry.id,
    place: side === "asker" ? `/negotiations/${of.id}` : `/enquiries/${enquiry.id}`,
    occasion: `enquiry:${enquiry.id}:${enquiry.version}:${side}`,
    sender: senderOf(unit, otherOrg),
  });
}
