import { type FieldProblems, Form } from "../kit/form.ts";

export interface CodeValues {
  readonly code: string;
}

/** What was typed, without the spaces and hyphens people put between groups. */
export const digitsOf = (typed: string): string => typed.normalize("NFKC").replaceAll(/[\s-]/g, "");

/** Approving a device: the code as the person reads it out. */
export const codeForm = (approve: (code: string, signal: AbortSignal) => Promise<void>): Form<CodeValues> =>
  new Form<CodeValues>({
    initial: { code: "" },
    check: ({ code }): FieldProblems => (/^\d{16}$/.test(digitsOf(code)) ? {} : { code: "devices.codeLength" }),
    submit: ({ code }, signal) => approve(digitsOf(code), signal),
  });
