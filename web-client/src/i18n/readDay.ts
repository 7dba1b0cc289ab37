const ERAS: readonly { readonly names: readonly string[]; readonly before: number; readonly from: string }[] = [
  { names: ["明治", "明", "m"], before: 1867, from: "1868-10-23" },
  { names: ["大正", "大", "t"], before: 1911, from: "1912-07-30" },
  { names: ["昭和", "昭", "s"], before: 1925, from: "1926-12-25" },
  { names: ["平成", "平", "h"], before: 1988, from: "1989-01-08" },
  { names: ["令和", "令", "r"], before: 2018, from: "2019-05-01" },
];

/**
 * Reads a day of the past as people write it, a birth date mostly: `1938-04-12`, `1938/4/12`, `19380412`, `昭和13年4月12日`, `S13.4.12`,
 * `s130412`, full width or not. @returns `YYYY-MM-DD`; undefined for anything that is no day
 */
export function readDay(text: string): string | undefined {
  const plain = text.normalize("NFKC").trim().toLowerCase().replaceAll("元年", "1年").replaceAll(/\s/g, "");
  const era = ERAS.find(({ names }) => names.some((name) => plain.startsWith(name)));
  const name = era?.names.find((candidate) => plain.startsWith(candidate)) ?? "";
  const [year = 0, month = 0, day = 0] = numbersOf(plain.slice(name.length), era ? 2 : 4);
  const date = isoDay(era ? era.before + year : year, month, day);
  if (!date || (era && (year < 1 || date < era.from)) || (!era && year < 1850)) return undefined;
  return date;
}

/** Year, month and day: parted by signs, or written together. */
function numbersOf(text: string, yearDigits: number): readonly number[] {
  const together = new RegExp(`^(\\d{${yearDigits}})(\\d{2})(\\d{2})$`).exec(text);
  const parted = /^(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  return (together ?? parted)?.slice(1).map(Number) ?? [];
}

/** Undefined for a day that is in no calendar. */
function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}
