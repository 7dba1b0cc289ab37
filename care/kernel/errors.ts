import type { PersonId } from "@tsunagi/contracts/ids";
import { type FieldError, type ProblemCode, problemSentence, problems } from "@tsunagi/contracts/problems";

export interface DeniedAct {
  readonly action: string;
  readonly personId?: PersonId;
  readonly subjectId?: string;
}

/** A refusal people understand: a code, the values of its sentence, and the fields it is about. */
export class CareError extends Error {
  readonly code: ProblemCode;
  readonly values: Record<string, string>;
  readonly fields: readonly FieldError[];
  /** Set when somebody tried what they may not: what, and concerning whom. It becomes an audit row. */
  readonly denied: DeniedAct | undefined;

  constructor(
    code: ProblemCode,
    values: Record<string, string> = {},
    { fields = [], denied }: { fields?: readonly FieldError[]; denied?: DeniedAct } = {},
  ) {
    super(problemSentence(code, "en", values));
    this.name = "CareError";
    this.code = code;
    this.values = values;
    this.fields = fields;
    this.denied = denied;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** Throws `notFound` for what is not there; the value itself otherwise. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new CareError("notFound");
  return value;
}
