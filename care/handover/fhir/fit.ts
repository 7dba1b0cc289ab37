import type { CardItem } from "@tsunagi/contracts/codes/emergency";
import type { LeftOutReason } from "@tsunagi/contracts/codes/handover";
import { fieldsOf, type ItemSpec } from "@tsunagi/contracts/emergencyCard";
import { calendarDate } from "@tsunagi/contracts/text";
import { type Entry, labelOf } from "../answers.ts";

export interface LeftOut {
  /** A kind of resource, or an item of the card with its value. */
  readonly what: string;
  readonly why: LeftOutReason;
}

/** Entries as the card can hold them; what does not fit is named, and a text that is cut is named too. */
export function fitted(
  item: CardItem,
  spec: ItemSpec,
  read: readonly Entry[],
): { entries: Entry[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const label = labelOf(item);
  const entries = read.flatMap((entry) => {
    const values: Record<string, string> = {};
    for (const [name, { kind, max, list, required }] of fieldsOf(spec)) {
      let value = textIn(entry[name]).trim();
      if (value && list && !list.has(value)) value = "";
      if (value && kind === "date" && !calendarDate.safeParse(value).success) value = "";
      if (value.length > max) {
        leftOut.push({ what: `${label}：${value.slice(cut(value, max).length).trim()}`, why: "tooLong" });
        value = kind === "photo" ? "" : cut(value, max);
      }
      if (required && value === "") {
        leftOut.push({ what: `${label}：${wordsIn(entry)}`, why: "incomplete" });
        return [];
      }
      values[name] = value;
    }
    return [values as Entry];
  });
  for (const more of entries.slice(spec.most)) leftOut.push({ what: `${label}：${wordsIn(more)}`, why: "tooMany" });
  return { entries: entries.slice(0, spec.most), leftOut };
}

/** What came from elsewhere may be anything where words should stand. */
export const textIn = (value: unknown): string => (typeof value === "string" ? value : "");

/** The first characters of a text, without half a character at the end. */
const cut = (text: string, max: number): string =>
  text
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();

const wordsIn = (entry: Entry): string => Object.values(entry).map(textIn).filter(Boolean).join(" ");
