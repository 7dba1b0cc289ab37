import type { FieldProblems } from "../kit/form.ts";
import { type Explanation, Form } from "../kit/form.ts";
import { sessionFailure } from "./phase.ts";
import { MatrixFailure } from "./ports.ts";

export interface SignInValues {
  readonly loginName: string;
  readonly password: string;
}

/** The sign-in form. */
export const signInForm = (signIn: (loginName: string, password: string) => Promise<void>): Form<SignInValues> =>
  new Form<SignInValues>({
    initial: { loginName: "", password: "" },
    check,
    submit: ({ loginName, password }) => signIn(loginName.trim(), password),
    explain: explainSignIn,
  });

function check({ loginName, password }: SignInValues): FieldProblems {
  return {
    ...(loginName.trim() === "" ? { loginName: "session.loginNameNeeded" as const } : {}),
    ...(password === "" ? { password: "session.passwordNeeded" as const } : {}),
  };
}

function explainSignIn(error: unknown): Explanation | undefined {
  if (!(error instanceof MatrixFailure)) return undefined;
  if (error.code === "wrongPassword") return { problems: { password: "session.wrongPassword" } };
  if (error.code === "limited") return { failure: { kind: "said", sentence: "session.limited" } };
  if (error.code === "suspended") return { failure: { kind: "said", sentence: "session.suspended" } };
  return { failure: sessionFailure(error) };
}
