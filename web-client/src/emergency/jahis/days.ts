import { calendarDate } from "@tsunagi/contracts/text";

/** The year before the first of each era, by the letter that stands for it. */
const ERAS: Readonly<Record<string, number>> = { M: 1867, T: 1911, S: 1925, H: 1988, R: 2018 };

/** `20261125`, `R081125`, `S330303` as `YYYY-MM-DD`; null when it is no day. Separators between its parts are let pass. */
export function dayOf(text: string): string | null {
  const bare = text
    .normalize("NFKC")
    .replaceAll(/[-/.\s]/g, "")
    .toUpperCase();
  const [, era = "", years = "", rest = ""] = /^([MTSHR]?)(\d{2}|\d{4})(\d{4})$/.exec(bare) ?? [];
  if ((era !== "") !== (years.length === 2)) return null;
  const year = era ? (ERAS[era] ?? 0) + Number(years) : Number(years);
  if (era && years === "00") return null;
  const day = `${String(year).padStart(4, "0")}-${rest.slice(0, 2)}-${rest.slice(2)}`;
  return calendarDate.safeParse(day).success ? day : null;
}
