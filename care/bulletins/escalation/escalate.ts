import type { Role } from "@tsunagi/contracts/codes/roles";
import type { BulletinId } from "@tsunagi/contracts/ids";
import { displayName } from "../../kernel/actor.ts";
import { found } from "../../kernel/errors.ts";
import type { Unit } from "../../kernel/unit.ts";
import { findColleagues } from "../../staff/store.ts";
import { type BulletinRow, loadBulletin } from "../store.ts";
import { tellRoom } from "../tell.ts";
import { insertEscalation, lockSilentFacilities, type SilentFacility } from "./store.ts";

/** Whom it concerns where an organisation has set nobody: whoever runs it. */
export const USUAL_DUTY: Role = "facilityAdmin";
/** Facilities in one act. */
const BATCH = 100;
/** Most people who are named in one message. */
const NAMED = 20;

/**
 * Goes up the ladder for facilities that neither read nor answered in the set time (R16): their role on duty is named in
 * their room, then their deputy is asked in its own. Each step of a version once: the row, the access log and the
 * message are one transaction, and the message's key holds facility, version and step.
 * @returns how many steps were taken; call again while it is not 0
 */
export async function escalateSilent(unit: Unit): Promise<number> {
  const { bulletinDeputyMinutes: deputyMinutes } = unit.settings;
  const due = await lockSilentFacilities(unit.tx, { now: unit.now, deputyMinutes, limit: BATCH });
  const bulletins = new Map<BulletinId, BulletinRow>();
  for (const facility of due) {
    const { bulletinId } = facility;
    const row = bulletins.get(bulletinId) ?? found(await loadBulletin(unit.tx, bulletinId));
    bulletins.set(bulletinId, row);
    await (facility.step === "duty" ? callDuty(unit, row, facility) : callDeputy(unit, row, facility));
    const { organisationId, step, version } = facility;
    unit.audit({ action: "bulletin.escalate", subjectId: bulletinId, detail: { organisationId, step, version } });
  }
  return due.length;
}

async function callDuty(unit: Unit, row: BulletinRow, facility: SilentFacility): Promise<void> {
  const { bulletinId, organisationId, organisationName, version, roomId } = facility;
  const role = facility.role ?? USUAL_DUTY;
  const people = await findColleagues(unit.tx, { text: "", role, organisationId, limit: NAMED });
  const staffIds = people.map(({ id }) => id);
  const step = { bulletinId, organisationId, version, step: "duty" as const, role, staffIds, deputyId: null };
  if (!(await insertEscalation(unit.tx, { ...step, at: unit.now }))) return;
  await tellRoom(unit, row, roomId, {
    ...said(row, "duty", `${version}:duty`),
    silent: {
      organisationId,
      organisationName,
      role,
      people: people.map((person) => ({ userId: person.userId, name: displayName(person) })),
    },
  });
}

async function callDeputy(unit: Unit, row: BulletinRow, facility: SilentFacility): Promise<void> {
  const { bulletinId, organisationId, organisationName, version, deputyId, deputyRoomId } = facility;
  const step = { bulletinId, organisationId, version, step: "deputy" as const, role: null, staffIds: [], deputyId };
  if (!(await insertEscalation(unit.tx, { ...step, at: unit.now }))) return;
  const silent = { organisationId, organisationName, role: null, people: [] };
  await tellRoom(unit, row, found(deputyRoomId), {
    ...said(row, "deputy", `${version}:deputy:${organisationId}`),
    silent,
  });
  await tellRoom(unit, row, facility.roomId, {
    ...said(row, "deputyCalled", `${version}:deputyCalled`),
    silent,
  });
}

const said = <News extends "duty" | "deputy" | "deputyCalled">(row: BulletinRow, news: News, occasion: string) => ({
  news,
  title: row.versions[0]?.title ?? "",
  body: row.versions[0]?.body ?? "",
  occasion,
  /** However routine the bulletin is: somebody waits for these. */
  urgent: true,
});
