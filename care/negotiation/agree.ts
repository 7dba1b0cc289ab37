import type { RoomType } from "@tsunagi/contracts/codes/facilities";
import { requireTeamConsent } from "../consent/requireConsent.ts";
import { takePlace } from "../facilities/vacancy/takePlace.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { openPerson } from "../people/openPerson.ts";
import { loadStaff } from "../staff/store.ts";
import { admit } from "../teams/admit.ts";
import { chooseRole } from "../teams/rules.ts";
import { activeTeamOf, membersOf } from "../teams/store.ts";
import { letActorIn } from "./members.ts";
import { move } from "./move.ts";
import type { Held } from "./sides.ts";
import { isChosen, isTerminal, step } from "./states.ts";
import { enquiriesOf, lockEnquiry, membersOfEnquiry, updateCase } from "./store.ts";

/**
 * The asker chooses this facility. In one transaction: its vacancy goes down (of two who want the last bed the second
 * is refused), the others are told politely that another facility was chosen, its staff join the care team and read
 * what the team has written.
 * @throws CareError noPlaceLeft, otherChosen, enquiryMoved, enquiryChanged
 */
export async function agree(
  unit: StaffUnit,
  { of, enquiry, job }: Held,
  { roomType, version }: { roomType: RoomType | null; version: number | undefined },
): Promise<void> {
  const all = await enquiriesOf(unit.tx, of.id);
  if (all.some((other) => other.id !== enquiry.id && isChosen(other.state))) throw new CareError("otherChosen");
  if (step(enquiry, "agree", "asker").outcome === "repeated") {
    await move(unit, of, enquiry, { action: "agree", side: "asker", job });
    return;
  }
  await letActorIn(unit, of, enquiry, "asker");
  const { sex } = await openPerson(unit, of.personId);
  await move(unit, of, enquiry, { action: "agree", side: "asker", job, version });
  await takePlace(unit, enquiry.facilityId, { roomType, sex: sex === "other" ? null : sex });
  for (const { id, state } of all) {
    if (id === enquiry.id || isTerminal(state)) continue;
    const other = await lockEnquiry(unit.tx, id);
    if (other) await move(unit, of, other, { action: "closeElsewhere", side: "system", job: null });
  }
  await updateCase(unit.tx, of.id, { state: "agreed", decidedAt: unit.now });
  await joinTeam(unit, { of, enquiry, job });
}

/** The facility's staff who took part come into the care team, as far as there is one and a consent covers it. */
async function joinTeam(unit: StaffUnit, { of, enquiry, job }: Held): Promise<void> {
  const team = await activeTeamOf(unit.tx, of.personId);
  if (team?.kind !== "care") return;
  await requireTeamConsent(unit.tx, of.personId, team.kind);
  const current = (await membersOf(unit.tx, team.id)).filter((member) => member.leftAt === null);
  const { organisationId } = enquiry;
  for (const { staffId } of await membersOfEnquiry(unit.tx, enquiry.id, "facility")) {
    const held =
      (await loadStaff(unit.tx, staffId))?.memberships.filter((m) => m.organisationId === organisationId) ?? [];
    const fits = !(
      "refused" in
      chooseRole(
        team.kind,
        held.map(({ role }) => role),
      )
    );
    if (!fits || current.some((member) => member.staffId === staffId)) continue;
    await admit(unit, team, { staffId, organisationId }, job);
  }
}
