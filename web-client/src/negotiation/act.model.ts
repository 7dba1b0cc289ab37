import type { DeclineReason, EnquiryAction } from "@tsunagi/contracts/codes/negotiation";
import type { PlainTextKey } from "../i18n/keys.ts";
import { type FieldProblems, Form } from "../kit/form.ts";

export interface ActValues {
  readonly text: string;
  readonly reason: DeclineReason | "";
  /** One day a line. */
  readonly days: string;
  readonly lookedAt: boolean;
}

interface Fields {
  readonly text?: PlainTextKey;
  readonly textNeeded?: boolean;
  readonly reason?: boolean;
  readonly days?: PlainTextKey;
}

/** What an act asks for; nothing = it is done after one question. */
const FIELDS: Partial<Readonly<Record<EnquiryAction, Fields>>> = {
  accept: { text: "negotiation.wordsOptional" },
  conditional: { text: "negotiation.wordsConditional", textNeeded: true },
  discuss: { text: "negotiation.wordsOptional" },
  waitlist: { text: "negotiation.wordsOptional" },
  decline: { reason: true, text: "negotiation.wordsOptional" },
  requestInfo: { text: "negotiation.wordsRequestInfo", textNeeded: true },
  provideInfo: { text: "negotiation.wordsProvideInfo", textNeeded: true },
  proposeVisit: { days: "negotiation.dayLines" },
  arrangeVisit: { days: "negotiation.day" },
  setDate: { days: "negotiation.day" },
  withdraw: { text: "negotiation.wordsOptional" },
};

export const fieldsOf = (action: EnquiryAction): Fields => FIELDS[action] ?? {};

export const daysOf = ({ days }: ActValues): string[] =>
  days
    .split("\n")
    .map((day) => day.trim())
    .filter((day) => day !== "");

/** A dialog for one act on an enquiry. */
export const actForm = (
  action: EnquiryAction,
  days: string,
  submit: (values: ActValues, signal: AbortSignal) => Promise<void>,
): Form<ActValues> =>
  new Form<ActValues>({
    initial: { text: "", reason: "", days, lookedAt: false },
    check: (values) => check(action, values),
    fieldOf: (path) => (path === "dates" ? "days" : path),
    submit,
  });

function check(action: EnquiryAction, values: ActValues): FieldProblems {
  const fields = fieldsOf(action);
  return {
    ...(fields.textNeeded && values.text.trim() === "" ? { text: "fields.needed" as const } : {}),
    ...(fields.reason && values.reason === "" ? { reason: "fields.choose" as const } : {}),
    ...(fields.days && daysOf(values).length === 0 ? { days: "fields.needed" as const } : {}),
  };
}
