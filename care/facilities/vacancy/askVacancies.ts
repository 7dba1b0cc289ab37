import { hasPlaces } from "@tsunagi/contracts/codes/serviceGroups";
import { dayInJapan } from "@tsunagi/contracts/japan";
import type { Unit } from "../../kernel/unit.ts";
import { tellRoom } from "../../rooms/makeRoom.ts";
import { viewVacancy } from "./append.ts";
import { facilitiesToAsk, newestVacancies } from "./store.ts";

const HOUR_MS = 3_600_000;

/**
 * Asks facilities whose last report is older than the setting, in the room of their organisation: 変わりなし or a new
 * report by one tap. However often it runs, a facility is asked once a day.
 * @returns how many are asked
 */
export async function askVacancies(unit: Unit): Promise<number> {
  const before = new Date(unit.now.getTime() - unit.settings.vacancyAskHours * HOUR_MS);
  const due = (await facilitiesToAsk(unit.tx, before)).filter(({ system, serviceType }) =>
    hasPlaces(system, serviceType),
  );
  const newest = await newestVacancies(
    unit.tx,
    due.map(({ id }) => id),
  );
  const day = dayInJapan(unit.now);
  for (const { room, ...facility } of due) {
    const row = newest.get(facility.id);
    const vacancy = row ? viewVacancy(unit, row) : null;
    await tellRoom(unit, room, { notice: "vacancyCheck", facility, vacancy }, `${facility.id}:${day}`);
  }
  return due.length;
}
