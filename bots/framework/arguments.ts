import type { CodeList } from "@tsunagi/contracts/codes/codeList";
import { calendarDate, type Label } from "@tsunagi/contracts/text";

/** Why an argument is refused, to be shown beside an example. */
export interface ArgumentProblem {
  readonly problem: Label;
}

export type Parsed<T> = { readonly value: T } | ArgumentProblem;

/** One typed argument: how it is called, drawn in a form, and read from text. */
export interface Argument<T> {
  readonly label: Label;
  readonly type: "text" | "longText" | "choice" | "choices" | "date" | "number" | "recordId" | "eventId" | "facilityId";
  readonly required: boolean;
  /** `word` takes one word of the line, `rest` everything that follows, line breaks too. */
  readonly takes: "word" | "rest";
  readonly hidden: boolean;
  /** Not needed when this other argument is given. */
  readonly unless?: string;
  readonly choices?: readonly { readonly value: string; readonly label: Label }[];
  readonly maxLength?: number;
  readonly placeholder?: Label;
  parse(text: string): Parsed<T>;
}

interface Common {
  readonly label: Label;
  readonly placeholder?: Label;
}

const refused = (ja: string, en: string): ArgumentProblem => ({ problem: { ja, en } });

/** One of a code list, by its code or by its Japanese or English label. */
export function choice<Code extends string>(list: CodeList<Code>, common: Common): Argument<Code> {
  const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();
  const choices = list.codes.map((value) => ({
    value,
    label: { ja: list.label(value, "ja"), en: list.label(value, "en") },
  }));
  const names = choices.map(({ label }) => label.ja).join("・");
  return {
    ...common,
    type: "choice",
    required: true,
    takes: "word",
    hidden: false,
    choices,
    parse: (text) => {
      const found = choices.find(({ value, label }) =>
        [value, label.ja, label.en].some((name) => fold(name) === fold(text)),
      );
      return found
        ? { value: found.value }
        : refused(
            `${common.label.ja}は次から選んでください：${names}`,
            `Choose one of: ${choices.map((c) => c.label.en).join(", ")}`,
          );
    },
  };
}

/** Any of a code list, with commas between them: 胃ろう,インスリン. */
export function choices<Code extends string>(list: CodeList<Code>, common: Common): Argument<readonly Code[]> {
  const one = choice(list, common);
  return {
    ...one,
    type: "choices",
    parse: (text) => {
      const parsed = text
        .split(/[,、，]/)
        .filter((part) => part.trim() !== "")
        .map((part) => one.parse(part));
      const problem = parsed.find((part) => "problem" in part);
      if (problem) return problem;
      return { value: parsed.flatMap((part) => ("value" in part ? [part.value] : [])) };
    },
  };
}

/** Free text up to the end of the message. */
export function longText(maxLength: number, common: Common): Argument<string> {
  return {
    ...common,
    type: "longText",
    required: true,
    takes: "rest",
    hidden: false,
    maxLength,
    parse: (text) => bounded(text, maxLength, common),
  };
}

/** An id that a button or a menu fills in; people rarely type it. */
export function reference<Id extends string>(
  type: "recordId" | "eventId" | "facilityId",
  schema: { safeParse(text: string): { success: true; data: Id } | { success: false } },
  common: Common,
): Argument<Id> {
  return {
    ...common,
    type,
    required: true,
    takes: "word",
    hidden: true,
    parse: (text) => {
      const result = schema.safeParse(text.trim());
      return result.success
        ? { value: result.data }
        : refused(`${common.label.ja}が正しくありません`, `${common.label.en} is not valid`);
    },
  };
}

/** A whole number, also in full-width digits. @param words that mean a number, for example 満床 */
export function count(
  [least, most]: readonly [number, number],
  common: Common,
  words: Readonly<Record<string, number>> = {},
): Argument<number> {
  return {
    ...common,
    type: "number",
    required: true,
    takes: "word",
    hidden: false,
    parse: (text) => {
      const plain = text.normalize("NFKC").trim();
      const value = words[plain] ?? (/^\d+(名|人|床|室)?$/.test(plain) ? Number.parseInt(plain, 10) : Number.NaN);
      return value >= least && value <= most
        ? { value }
        : refused(
            `${common.label.ja}は${least}から${most}までの数で入力してください`,
            `${common.label.en}: a number from ${least} to ${most}`,
          );
    },
  };
}

/** A day, `2026-11-22` or `11/22` of this year. */
export function date(common: Common, today: () => string): Argument<string> {
  return {
    ...common,
    type: "date",
    required: true,
    takes: "word",
    hidden: false,
    parse: (text) => {
      const short = /^(\d{1,2})[/月](\d{1,2})日?$/.exec(text.normalize("NFKC").trim());
      const full = short
        ? `${today().slice(0, 4)}-${pad(short[1])}-${pad(short[2])}`
        : text.normalize("NFKC").trim().replaceAll("/", "-");
      const result = calendarDate.safeParse(full);
      return result.success
        ? { value: result.data }
        : refused("日付は 2026-11-22 の形で入力してください", "Write the date like 2026-11-22");
    },
  };
}

/** The same argument, left out at will. In a line of text it is passed over when the next word is not one. */
export function optional<T>(argument: Argument<T>): Argument<T | undefined> {
  return { ...argument, required: false };
}

/** Required, except when another argument stands for it. */
export function unless<T>(other: string, argument: Argument<T>): Argument<T | undefined> {
  return { ...argument, unless: other };
}

const pad = (digits: string | undefined): string => (digits ?? "").padStart(2, "0");

function bounded(text: string, maxLength: number, { label }: Common): Parsed<string> {
  const trimmed = text.trim();
  if (trimmed === "") return refused(`${label.ja}を入力してください`, `${label.en} is missing`);
  if (trimmed.length > maxLength)
    return refused(`${label.ja}は${maxLength}文字までです`, `${label.en}: ${maxLength} characters at most`);
  return { value: trimmed };
}
