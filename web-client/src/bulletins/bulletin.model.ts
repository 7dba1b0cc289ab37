import { answersOf, type BulletinAnswer, type BulletinAsk, bulletinAnswers } from "@tsunagi/contracts/codes/bulletins";
import { townOf } from "@tsunagi/contracts/codes/municipalities";
import { type BulletinPlanInput, bulletinPlanInput } from "@tsunagi/contracts/rest/bulletinPlans";
import type { BulletinInput, BulletinRecipient } from "@tsunagi/contracts/rest/bulletins";
import type { Language } from "@tsunagi/contracts/text";
import { clockInJapan, dayOf, momentInJapan } from "../i18n/dates.ts";
import { type FieldProblems, Form, problemsBy } from "../kit/form.ts";

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
  /** Wall clock in Japan, `2026-11-22T14:05`; empty = at once. */
  readonly goesAt: string;
  /** `2026-11-30`; empty = shown until it is taken back. */
  readonly lastDay: string;
}

const initial: BulletinValues = {
  ...{ title: "", body: "", category: "", urgency: "routine", ask: "nothing", within: "" },
  ...{ areas: [], municipalities: [], kinds: [], services: [], roles: [] },
  ...{ goesAt: "", lastDay: "" },
};

const asInput = (values: BulletinValues): unknown => {
  const { title, body, category, urgency, ask, within, goesAt, lastDay, ...audience } = values;
  return {
    ...{ title, body, category, urgency, ask, audience },
    acknowledgeWithin: within === "" ? null : Number(within),
    goesAt: goesAt === "" ? null : momentOf(goesAt),
    lastDay: lastDay || null,
  };
};

/** What is no moment stays as it is and is refused. */
const momentOf = (clock: string): string => {
  try {
    return momentInJapan(clock);
  } catch {
    return clock;
  }
};

/** What the hub gets; call it after the form's check found nothing. */
export const inputOf = (values: BulletinValues): BulletinPlanInput => bulletinPlanInput.parse(asInput(values));

/** What stands in a plan, to be changed. */
export const valuesOf = ({
  audience,
  goesAt,
  lastDay,
  acknowledgeWithin,
  ...said
}: BulletinPlanInput): BulletinValues => ({
  ...said,
  ...audience,
  goesAt: goesAt ? clockInJapan(goesAt) : "",
  lastDay: lastDay ?? "",
  within: acknowledgeWithin === null ? "" : String(acknowledgeWithin),
});

function check(values: BulletinValues): FieldProblems {
  const problems = problemsBy(bulletinPlanInput, asInput(values));
  const goes = values.goesAt && !problems["goesAt"] ? Date.parse(momentOf(values.goesAt)) : Date.now();
  const past: FieldProblems = values.goesAt && goes <= Date.now() ? { goesAt: "bulletinPlans.pastTime" } : {};
  const over: FieldProblems =
    values.lastDay && values.lastDay < dayOf(goes) ? { lastDay: "bulletinPlans.overBefore" } : {};
  return { ...past, ...over, ...problems };
}

/** A bulletin, checked before it is shown who will get it. */
export const bulletinForm = (
  preview: (values: BulletinValues, signal: AbortSignal) => Promise<void>,
  start: BulletinValues = initial,
): Form<BulletinValues> => new Form<BulletinValues>({ initial: start, check, submit: preview });

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
