import { type RoomType, roomTypes } from "@tsunagi/contracts/codes/facilities";
import type { ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import { staysOvernight } from "@tsunagi/contracts/codes/serviceGroups";
import type { FacilityId } from "@tsunagi/contracts/ids";
import type { VacancyView } from "@tsunagi/contracts/rest/facilities";
import { found } from "../../kernel/errors.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { type FacilityRow, loadFacility, lockFacility } from "../store.ts";
import { reportVacancy } from "./reportVacancy.ts";
import { type PlaceKind, type SaidPlaces, withPlaces } from "./rules.ts";
import { newestVacancy } from "./store.ts";

export interface SaidVacancy extends SaidPlaces {
  readonly facilityId: FacilityId;
  readonly waiting?: number | undefined;
  readonly note?: string | undefined;
}

/**
 * A report said in a few words: one kind of place, the rest as it was. Waiting list and note stay when nothing is said
 * of them.
 * @returns the report; or the kinds of place to choose from, and nothing is reported
 */
export async function reportPlaces(
  unit: StaffUnit,
  said: SaidVacancy,
): Promise<{ vacancy: VacancyView } | { choose: PlaceKind[] }> {
  const { facilityId } = said;
  found(await lockFacility(unit.tx, facilityId));
  const before = await newestVacancy(unit.tx, facilityId);
  const facility = found(await loadFacility(unit.tx, facilityId));
  const told = withPlaces(before?.lines ?? [], said, possibleRooms(facility));
  if ("choose" in told) {
    unit.audit({ action: "vacancy.report", subjectId: facilityId, detail: { asked: told.choose.length } });
    return told;
  }
  const waiting = said.waiting ?? before?.waiting ?? null;
  const vacancy = { lines: told.lines, waiting, note: said.note ?? before?.note ?? "" };
  return { vacancy: await reportVacancy(unit, { facilityId, vacancy }) };
}

/** What its profile says; else rooms for whoever stays the night, and places for everybody else. */
function possibleRooms({ profile, system, serviceType }: FacilityRow): readonly RoomType[] {
  const said = profile?.roomTypes ?? [];
  if (said.length > 0) return said as RoomType[];
  const overnight = staysOvernight(system as ServiceSystem, serviceType);
  return overnight ? roomTypes.codes.filter((type) => type !== "place") : ["place"];
}
