import type { Unit } from "../kernel/unit.ts";
import { tellRoom } from "../rooms/makeRoom.ts";
import { roomOfEnquiry } from "../rooms/store.ts";
import { nextOpening } from "./deadlines.ts";
import { move } from "./move.ts";
import { hold } from "./sides.ts";
import { turnOf } from "./states.ts";
import { dueEnquiries, type EnquiryRow, setReminded } from "./store.ts";

/** Most in one run; the next minute's takes the rest. */
const BATCH = 50;

/**
 * Reminds whose turn it is, once a working day before an answer is due and once when it is; what nobody has answered
 * for long ends by itself. Only within opening hours: nobody is reminded at night.
 * @returns how many were reminded, and how many have expired
 */
export async function remindEnquiries(unit: Unit): Promise<{ reminded: number; expired: number }> {
  const counts = { reminded: 0, expired: 0 };
  if (nextOpening(unit.now, unit.settings.deadlines) > unit.now) return counts;
  for (const id of await dueEnquiries(unit.tx, unit.now, BATCH)) {
    const { of, enquiry } = await hold(unit, id);
    if (isPast(enquiry.expiresAt, unit.now)) {
      await move(unit, of, enquiry, { action: "expire", side: "system", job: null });
      counts.expired += 1;
    } else if (await remind(unit, of.code, enquiry)) counts.reminded += 1;
  }
  return counts;
}

const isPast = (moment: Date | null, now: Date): boolean => moment !== null && moment <= now;

async function remind(unit: Unit, code: string, enquiry: EnquiryRow): Promise<boolean> {
  const turn = turnOf(enquiry.state);
  const overdue = isPast(enquiry.dueAt, unit.now);
  const stage = overdue ? 2 : isPast(enquiry.remindAt, unit.now) ? 1 : 0;
  const room = await roomOfEnquiry(unit.tx, enquiry.id);
  if (!turn || !room || !enquiry.dueAt || stage <= enquiry.reminded) return false;
  const dueAt = enquiry.dueAt.toISOString();
  await tellRoom(
    unit,
    room.id,
    { notice: "enquiryReminder", code, turn, dueAt, overdue },
    `${enquiry.id}:${enquiry.version}:${stage}`,
  );
  await setReminded(unit.tx, enquiry.id, stage);
  unit.audit({ action: "negotiation.remind", subjectId: enquiry.id, detail: { turn, stage } });
  return true;
}
