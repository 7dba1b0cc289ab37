import { readDay } from "../i18n/readDay.ts";

export interface PeopleQuery {
  readonly kana: string;
  readonly birthDate?: string;
}

const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}\u30fc\u30fb\s\uff66-\uff9f]+$/u;

/** What was typed as the hub looks for people: kana, a birth date, or both; null when it is neither. */
export function peopleQuery(text: string): PeopleQuery | null {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const dates = words.flatMap((word) => readDay(word) ?? []);
  const kana = words.filter((word) => !readDay(word)).join(" ");
  if (kana !== "" && !KANA.test(kana)) return null;
  const [birthDate] = dates;
  if (kana === "" && !birthDate) return null;
  return { kana, ...(birthDate ? { birthDate } : {}) };
}
