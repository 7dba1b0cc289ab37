import type { Unit } from "../kernel/unit.ts";
import { tellRoom } from "../rooms/makeRoom.ts";
import { daysBefore } from "./rules.ts";
import { dueCards, markReminded } from "./store.ts";

/** So many in one run; the next run takes the rest. */
const AT_ONCE = 200;

/**
 * Asks teams in their rooms to confirm cards that nobody has confirmed for longer than the setting, and again after a
 * while. Running it twice asks once.
 * @returns how many teams were asked
 */
export async function remindToConfirm(unit: Unit): Promise<number> {
  const { cardConfirmDays, cardRemindDays } = unit.settings;
  const cutoff = daysBefore(unit.now, cardConfirmDays);
  const remindedBefore = daysBefore(unit.now, cardRemindDays);
  let asked = 0;
  for (const { personId, roomId } of await dueCards(unit.tx, { cutoff, remindedBefore, limit: AT_ONCE })) {
    if (!(await markReminded(unit.tx, personId, unit.now, remindedBefore))) continue;
    const occasion = unit.now.toISOString();
    await tellRoom(unit, roomId, { notice: "cardUnconfirmed", days: cardConfirmDays }, occasion);
    unit.audit({ action: "emergency.remind", personId });
    asked += 1;
  }
  return asked;
}
