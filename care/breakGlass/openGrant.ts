import type { EmergencyReason } from "@tsunagi/contracts/codes/emergency";
import type { EmergencyGrantId, PersonId } from "@tsunagi/contracts/ids";
import { roomPath } from "@tsunagi/contracts/paths";
import type { EmergencyGrantView } from "@tsunagi/contracts/rest/breakGlass";
import { consentsToEmergency } from "../consent/requireConsent.ts";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { notify } from "../notices/notify.ts";
import { openPeople } from "../people/openPerson.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { tellRoom } from "../rooms/makeRoom.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { nameActor } from "../teams/admit.ts";
import { activeTeamOf, membersOf } from "../teams/store.ts";
import { grantToRead } from "./admitReader.ts";
import { hitsOf } from "./find.ts";
import { requireGrantLeft } from "./limits.ts";
import { type GrantRow, insertGrant, liveGrants } from "./store.ts";

export const grantNotePurpose = (id: EmergencyGrantId): string => `emergency-grant:${id}`;

/**
 * Opens somebody's card from outside their team, for the setting's hours (R13). With a consent to emergency reading any
 * reason will do; without one only that life is at stake, said twice. Grant, audit row and the message to the team are
 * one transaction.
 * @throws CareError forbidden, lifeAtStakeOnly, emergencyLimit; notFound
 */
export async function openGrant(
  unit: StaffUnit,
  input: { personId: PersonId; reason: EmergencyReason; note: string; acknowledged: boolean },
): Promise<EmergencyGrantView> {
  const { personId, reason } = input;
  const job = await authorise(unit, "emergency.breakGlass", { personId });
  await lockPerson(unit.tx, personId);
  const consented = await consentsToEmergency(unit.tx, personId);
  if (!consented && !(reason === "lifeAtStake" && input.acknowledged)) {
    throw new CareError("lifeAtStakeOnly", {}, { denied: { action: "emergency.breakGlass", personId } });
  }
  await requireGrantLeft(unit);
  const id = newId("egr");
  const { now } = unit;
  const expiresAt = new Date(now.getTime() + unit.settings.emergencyGrantHours * 3_600_000);
  const note = await unit.vault.sealTextFor(unit.tx, personId, input.note, grantNotePurpose(id));
  const { organisationId, role } = job;
  const row = { id, personId, staffId: unit.actor.staffId, organisationId, role, reason, consented, note };
  const grant: GrantRow = { ...row, grantedAt: now, expiresAt };
  await insertGrant(unit.tx, grant);
  unit.audit({ action: "emergency.breakGlass", job, personId, subjectId: id, detail: { reason, consented } });
  await tellTeam(unit, grant, nameActor(unit, job));
  return found((await viewGrants(unit, [grant]))[0]);
}

/** Cards one may read from outside the team now. */
export async function listOwnGrants(unit: StaffUnit): Promise<EmergencyGrantView[]> {
  const job = await authorise(unit, "emergency.breakGlass");
  const readable: GrantRow[] = [];
  for (const grant of await liveGrants(unit.tx, unit.actor.staffId, unit.now)) {
    if (readable.some(({ personId }) => personId === grant.personId)) continue;
    if ((await grantToRead(unit, grant.personId))?.grantId === grant.id) readable.push(grant);
  }
  unit.audit({ action: "emergency.listGrants", job, detail: { found: readable.length } });
  return viewGrants(unit, readable);
}

async function tellTeam(unit: StaffUnit, grant: GrantRow, by: ReturnType<typeof nameActor>): Promise<void> {
  const team = await activeTeamOf(unit.tx, grant.personId);
  if (!team) return;
  const { id, matrixRoomId } = await roomOfTeam(unit.tx, team.id);
  const { reason, consented } = grant;
  const moments = { at: grant.grantedAt.toISOString(), until: grant.expiresAt.toISOString() };
  await tellRoom(unit, id, { notice: "emergencyRead", by, reason, consented, ...moments }, grant.id);
  // Without a consent the team is to look at it now: somebody's life is at stake, or the right was misused.
  await notify(unit, {
    to: await membersOf(unit.tx, team.id),
    ...{ kind: "emergency", urgency: consented ? "routine" : "urgent", addressed: "person", subjectId: grant.id },
    place: matrixRoomId ? roomPath(matrixRoomId) : "/",
    occasion: `emergencyRead:${grant.id}`,
    sender: grant,
  });
}

async function viewGrants(unit: StaffUnit, grants: readonly GrantRow[]): Promise<EmergencyGrantView[]> {
  const people = await openPeople(
    unit,
    grants.map(({ personId }) => personId),
  );
  const hits = new Map((await hitsOf(unit, [...people.values()])).map((hit) => [hit.personId, hit]));
  return grants.map(({ id, reason, expiresAt, personId }) => ({
    id,
    reason,
    expiresAt: expiresAt.toISOString(),
    person: found(hits.get(personId)),
  }));
}
