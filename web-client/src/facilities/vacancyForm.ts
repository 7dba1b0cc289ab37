import type { RoomType, VacancySex } from "@tsunagi/contracts/codes/facilities";
import { staysOvernight } from "@tsunagi/contracts/codes/serviceGroups";
import { type FacilityView, type VacancyInput, vacancyInput } from "@tsunagi/contracts/rest/facilities";
import { type FieldProblems, problemsBy } from "../kit/form.ts";

export interface LineValues {
  /** Tells lines apart while they are added and taken away. */
  readonly key: number;
  readonly roomType: RoomType;
  readonly sex: VacancySex;
  readonly count: string;
  /** "" = now. */
  readonly from: string;
}

/** A report as it stands in the fields. */
export interface VacancyValues {
  readonly lines: readonly LineValues[];
  readonly waiting: string;
  readonly note: string;
}

/** Begins with what was reported last; nothing free: one line to fill in is a tap away. */
export function valuesOf({ vacancy }: Pick<FacilityView, "vacancy">): VacancyValues {
  return {
    lines: (vacancy?.lines ?? []).map(({ roomType, sex, count, availableFrom }, key) => ({
      key,
      roomType,
      sex,
      count: String(count),
      from: availableFrom ?? "",
    })),
    waiting: vacancy?.waiting?.toString() ?? "",
    note: vacancy?.note ?? "",
  };
}

/** One more kind of place: of a room the profile names, or what the service has. */
export function anotherLine(facility: FacilityView, lines: readonly LineValues[]): LineValues {
  const usual = staysOvernight(facility.system, facility.serviceType) ? "private" : "place";
  const known = facility.profile.roomTypes;
  const free = known.find((type) => lines.every((line) => line.roomType !== type));
  const key = 1 + Math.max(-1, ...lines.map((line) => line.key));
  return { key, roomType: free ?? known[0] ?? usual, sex: "any", count: "1", from: "" };
}

const numberOf = (text: string): number => {
  const plain = text.normalize("NFKC").trim();
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
};

const candidate = ({ lines, waiting, note }: VacancyValues) => ({
  lines: lines.map(({ roomType, sex, count, from }) => ({
    roomType,
    sex,
    count: numberOf(count),
    availableFrom: from === "" ? null : from,
  })),
  waiting: waiting.trim() === "" ? null : numberOf(waiting),
  note,
});

/** What is sent. @throws ZodError */
export const vacancyOf = (values: VacancyValues): VacancyInput => vacancyInput.parse(candidate(values));

export function checkVacancy(values: VacancyValues): FieldProblems {
  const counts = values.lines.map((_, i) => [`lines.${i}.count`, "facilities.countNeeded"] as const);
  return problemsBy(vacancyInput, candidate(values), {
    ...Object.fromEntries(counts),
    lines: "facilities.lineTwice",
    waiting: "facilities.waitingNeeded",
  });
}
