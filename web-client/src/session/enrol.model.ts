import { type Explanation, Form } from "../kit/form.ts";
import { sessionFailure } from "./phase.ts";
import { MatrixFailure } from "./ports.ts";

export interface EnrolValues {
  readonly password: string;
}

export interface EnrolInputs {
  readonly passwordKnown: boolean;
  readonly enrol: (password: string | undefined) => Promise<void>;
}

/** Making the identity: by itself while the password is known, else after asking for it. */
export class EnrolForm extends Form<EnrolValues> {
  readonly #automatic: boolean;

  constructor({ passwordKnown, enrol }: EnrolInputs) {
    super({
      initial: { password: "" },
      check: ({ password }) => (passwordKnown || password !== "" ? {} : { password: "session.passwordNeeded" }),
      submit: ({ password }) => enrol(passwordKnown ? undefined : password),
      explain,
    });
    this.#automatic = passwordKnown;
  }

  protected override onStart(): void {
    if (this.#automatic) void this.submit();
  }
}

function explain(error: unknown): Explanation | undefined {
  if (!(error instanceof MatrixFailure)) return undefined;
  if (error.code === "wrongPassword") return { problems: { password: "session.currentWrong" } };
  return { failure: sessionFailure(error) };
}
