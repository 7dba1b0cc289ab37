/** What narrows a search. "" = not narrowed. */
export interface SearchFilters {
  readonly roomId: string;
  readonly sender: string;
  readonly withFile: boolean;
  /** `YYYY-MM-DD` in Japan, both days still in. */
  readonly since: string;
  readonly until: string;
}

export const NO_FILTERS: SearchFilters = { roomId: "", sender: "", withFile: false, since: "", until: "" };

/** How many of them are set; the room is chosen for itself. */
export const filterCount = ({ sender, withFile, since, until }: SearchFilters): number =>
  [sender !== "", withFile, since !== "", until !== ""].filter(Boolean).length;

const DAY_MS = 86_400_000;

/** The beginning of a day in Japan, milliseconds since the epoch; null for none. @param plusDays days later */
export function momentOf(day: string, plusDays = 0): number | null {
  const begin = Date.parse(`${day}T00:00:00+09:00`);
  return day === "" || Number.isNaN(begin) ? null : begin + plusDays * DAY_MS;
}
