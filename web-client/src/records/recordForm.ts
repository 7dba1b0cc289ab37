import { type RecordKind, recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import { type CareRecordView, recordText } from "@tsunagi/contracts/rest/records";
import type { Session } from "@tsunagi/contracts/rest/session";
import { clockInJapan, momentInJapan } from "../i18n/dates.ts";
import { type FieldProblem, type FieldProblems, Form } from "../kit/form.ts";

export interface WriteValues {
  readonly kind: RecordKind | "";
  readonly text: string;
  /** The wall clock in Japan; "" = now. */
  readonly occurredAt: string;
  /** Staff id; "" = oneself. */
  readonly onBehalfOf: string;
}

export interface NewRecord {
  readonly kind: RecordKind;
  readonly text: string;
  readonly occurredAt?: string;
  readonly onBehalfOf?: string;
}

/** Writing a record. A moment that was not touched is left to the hub: now. */
export function writeForm(
  write: (record: NewRecord, signal: AbortSignal) => Promise<void>,
  now: () => number = Date.now,
): Form<WriteValues> {
  return new Form<WriteValues>({
    initial: { kind: "", text: "", occurredAt: "", onBehalfOf: "" },
    check: (values) => checkWrite(values, clockInJapan(now())),
    submit: ({ kind, text, occurredAt, onBehalfOf }, signal) =>
      write(
        {
          kind: recordKinds.schema.parse(kind),
          text: text.trim(),
          ...(occurredAt ? { occurredAt: momentInJapan(occurredAt) } : {}),
          ...(onBehalfOf ? { onBehalfOf } : {}),
        },
        signal,
      ),
  });
}

function checkWrite({ kind, text, occurredAt }: WriteValues, now: string): FieldProblems {
  return {
    ...(kind === "" ? { kind: "fields.choose" as const } : {}),
    ...checkText(text),
    ...(occurredAt > now ? { occurredAt: "records.futureTime" as const } : {}),
  };
}

function checkText(text: string): FieldProblems {
  if (recordText.safeParse(text).success) return {};
  const problem: FieldProblem = text.trim() === "" ? "fields.needed" : { longerThan: 4000 };
  return { text: problem };
}

export interface CorrectValues {
  readonly kind: RecordKind;
  readonly text: string;
  readonly reason: string;
}

/** Correcting a record: what it should say, and why. */
export const correctForm = (
  record: Pick<CareRecordView, "kind" | "text">,
  correct: (values: CorrectValues, signal: AbortSignal) => Promise<void>,
): Form<CorrectValues> =>
  new Form<CorrectValues>({
    initial: { kind: record.kind, text: record.text, reason: "" },
    check: ({ kind, text, reason }) => ({
      ...checkText(text),
      ...(text.trim() === record.text.trim() && kind === record.kind ? { text: "records.unchanged" as const } : {}),
      ...(reason.trim() === "" ? { reason: "fields.needed" as const } : {}),
    }),
    submit: ({ kind, text, reason }, signal) => correct({ kind, text: text.trim(), reason: reason.trim() }, signal),
  });

/** Whether the hub would let one amend it: one's own, or of a colleague of one's organisation. */
export function mayAmend(record: CareRecordView, session: Session): boolean {
  if (record.status !== "current" || !session.permissions.includes("record.amend")) return false;
  const { staffId, memberships } = session;
  const own = record.author.staffId === staffId || record.enteredBy?.staffId === staffId;
  return own || memberships.some(({ organisationName }) => organisationName === record.author.organisationName);
}
