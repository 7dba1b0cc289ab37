import type { PersonInput, PersonSummary, PersonView } from "@tsunagi/contracts/rest/people";
import { Form } from "../kit/form.ts";
import { checkPerson, emptyPerson, type PersonValues, personOf } from "./personForm.ts";

export type Registration =
  | { readonly outcome: "registered"; readonly person: PersonView }
  | { readonly outcome: "similar"; readonly candidates: readonly PersonSummary[] };

export interface RegisterInputs {
  readonly register: (person: PersonInput, registerAnyway: boolean, signal: AbortSignal) => Promise<Registration>;
  readonly onRegistered: (person: PersonView) => void;
  /** Somebody alike is there already; [] takes the warning away. */
  readonly onSimilar: (candidates: readonly PersonSummary[]) => void;
}

/**
 * Registering a person. When somebody alike is there, nothing happens until the person who registers has looked;
 * `registerAnyway` then says that it is somebody else. Changing what was typed asks again.
 */
export class RegisterForm extends Form<PersonValues> {
  readonly #anyway: { said: boolean };

  constructor({ register, onRegistered, onSimilar }: RegisterInputs) {
    const anyway = { said: false };
    super({
      initial: emptyPerson,
      check: checkPerson,
      fieldOf: (path) => path.replace(/^person\./, ""),
      submit: async (values, signal) => {
        const registerAnyway = anyway.said;
        anyway.said = false;
        const result = await register(personOf(values), registerAnyway, signal);
        if (result.outcome === "similar") onSimilar(result.candidates);
        else onRegistered(result.person);
      },
    });
    this.#anyway = anyway;
  }

  readonly registerAnyway = (): Promise<boolean> => {
    this.#anyway.said = true;
    return this.submit();
  };
}
