import { type Explanation, type FieldProblems, Form } from "../kit/form.ts";
import { sessionFailure } from "./phase.ts";
import { MatrixFailure } from "./ports.ts";

export interface PasswordValues {
  readonly current: string;
  readonly next: string;
  readonly repeated: string;
}

export interface PasswordInputs {
  /** The current password is asked for: this page does not know it. */
  readonly askCurrent: boolean;
  readonly minLength: number;
  readonly change: (next: string, current: string | undefined) => Promise<void>;
}

/** A new password, by the rules the homeserver will check as well. */
export const passwordForm = ({ askCurrent, minLength, change }: PasswordInputs): Form<PasswordValues> =>
  new Form<PasswordValues>({
    initial: { current: "", next: "", repeated: "" },
    check: (values) => check(values, askCurrent, minLength),
    submit: ({ current, next }) => change(next, askCurrent ? current : undefined),
    explain,
  });

function check({ current, next, repeated }: PasswordValues, askCurrent: boolean, minLength: number): FieldProblems {
  const problems: Record<string, FieldProblems[string]> = {};
  if (askCurrent && current === "") problems["current"] = "session.passwordNeeded";
  if (next.length < minLength) problems["next"] = "session.tooShort";
  else if (!/[a-z]/.test(next) || !/[0-9]/.test(next)) problems["next"] = "session.needsLetterAndDigit";
  else if (askCurrent && next === current) problems["next"] = "session.samePassword";
  if (repeated !== next) problems["repeated"] = "session.notRepeated";
  return problems;
}

function explain(error: unknown): Explanation | undefined {
  if (!(error instanceof MatrixFailure)) return undefined;
  if (error.code === "wrongPassword") return { problems: { current: "session.currentWrong" } };
  if (error.code === "weakPassword") return { problems: { next: "session.samePassword" } };
  return { failure: sessionFailure(error) };
}
