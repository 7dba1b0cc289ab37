import { type FieldProblems, Form } from "../kit/form.ts";
import { pinOf, pinProblem } from "./pin.ts";

export interface UnlockValues {
  readonly pin: string;
}

/** Thrown when the PIN was not the right one; how many attempts are left stands in the lock's snapshot. */
class WrongPin extends Error {}

/** Opening the lock. What was typed goes with a wrong attempt: gloves mistype, and nobody reads it. */
export const unlockForm = (unlock: (pin: string) => Promise<boolean>): Form<UnlockValues> => {
  const form: Form<UnlockValues> = new Form<UnlockValues>({
    initial: { pin: "" },
    check: ({ pin }): FieldProblems => (pinOf(pin) === "" ? { pin: "lock.pinNeeded" } : {}),
    submit: async ({ pin }) => {
      if (await unlock(pinOf(pin))) return;
      form.set({ pin: "" });
      throw new WrongPin();
    },
    explain: (error) => (error instanceof WrongPin ? { problems: { pin: "lock.pinWrong" } } : undefined),
  });
  return form;
};

export interface NewPinValues {
  readonly current: string;
  readonly pin: string;
  readonly repeated: string;
}

/**
 * A new PIN, twice.
 * @param confirm asks for the current one first; gives false when it is wrong. Left out = there is none yet
 */
export const newPinForm = (
  set: (pin: string) => Promise<void>,
  confirm?: (current: string) => Promise<boolean>,
): Form<NewPinValues> =>
  new Form<NewPinValues>({
    initial: { current: "", pin: "", repeated: "" },
    check: ({ current, pin, repeated }): FieldProblems => {
      const weak = pinProblem(pinOf(pin));
      return {
        ...(confirm && pinOf(current) === "" ? { current: "lock.pinNeeded" as const } : {}),
        ...(weak ? { pin: weak } : {}),
        ...(pinOf(repeated) === pinOf(pin) ? {} : { repeated: "lock.pinNotRepeated" as const }),
      };
    },
    submit: async ({ current, pin }) => {
      if (confirm && !(await confirm(pinOf(current)))) throw new WrongPin();
      await set(pinOf(pin));
    },
    explain: (error) => (error instanceof WrongPin ? { problems: { current: "lock.pinWrong" } } : undefined),
  });
