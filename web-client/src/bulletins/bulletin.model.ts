import { answersOf, type BulletinAnswer, type BulletinAsk, bulletinAnswers } from "@tsunagi/contracts/codes/bulletins";
import { townOf } from "@tsunagi/contracts/codes/municipalities";
import { type BulletinInput, type BulletinRecipient, bulletinInput } from "@tsunagi/contracts/rest/bulletins";
import type { Language } from "@tsunagi/contracts/text";
import { Form, problemsBy } from "../kit/form.ts";

export interface BulletinValues {
  readonly title: string;
  readonly body: string;
  readonly category: BulletinInput["category"] | "";
  readonly urgency: BulletinInput["urgency"] | "";
  readonly ask: BulletinAsk | "";
  /** Minutes; "" = no time is set. */
  readonly within: string;
  readonly areas: BulletinInput["audience"]["areas"];
  readonly municipalities: BulletinInput["audience"]["municipalities"];
  readonly kinds: BulletinInput["audience"]["kinds"];
  readonly services: BulletinInput["audience"]["services"];
  readonly roles: BulletinInput["audience"]["roles"];
}

const initial: BulletinValues = {
  ...{ title: "", body: "", category: "", urgency: "routine", ask: "nothing", within: "" },
  ...{ areas: [], municipalities: [], kinds: [], services: [], roles: [] },
};

const asInput = ({ title, body, category, urgency, ask, within, ...audience }: BulletinValues): unknown => ({
  ...{ title, body, category, urgency, ask, audience },
  acknowledgeWithin: within === "" ? null : Number(within),
});

/** What the hub gets; call it after the form's check found nothing. */
export const inputOf = (values: BulletinValues): BulletinInput => bulletinInput.parse(asInput(values));

/** A bulletin, checked before it is shown who will get it. */
export const bulletinForm = (
  preview: (values: BulletinValues, signal: AbortSignal) => Promise<void>,
): Form<BulletinValues> =>
  new Form<BulletinValues>({
    initial,
    check: (values) => problemsBy(bulletinInput, asInput(values)),
    submit: preview,
  });

export interface Tally {
  readonly total: number;
  readonly delivered: number;
  readonly read: number;
  readonly answered: number;
  /** Facilities, and people they can take in together. */
  readonly answers: readonly {
    readonly answer: BulletinAnswer;
    readonly facilities: number;
    readonly people: number;
  }[];
}

/** How far a bulletin has reached, in numbers. */
export function tallyOf(ask: BulletinAsk, reach: readonly BulletinRecipient[]): Tally {
  return {
    total: reach.length,
    delivered: reach.filter(({ delivered }) => delivered).length,
    read: reach.filter(({ readers }) => readers.length > 0).length,
    answered: reach.filter(({ answer }) => answer !== null).length,
    answers: answersOf[ask].map((answer) => {
      const said = reach.filter((recipient) => recipient.answer === answer);
      return { answer, facilities: said.length, people: said.reduce((sum, { count }) => sum + (count ?? 0), 0) };
    }),
  };
}

/** A cell no spreadsheet takes for a formula. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The table as CSV, with a mark at its beginning by which spreadsheets see UTF-8. */
export function csvOf(reach: readonly BulletinRecipient[], language: Language, head: readonly string[]): string {
  const rows = reach.map(({ name, municipality, readers, answer, count, note }) => [
    name,
    townOf(municipality, language),
    readers.join(" "),
    answer ? bulletinAnswers.label(answer, language) : "",
    count === null ? "" : String(count),
    note,
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
