import type { CommandArgument, CommandDescription } from "@tsunagi/contracts/rest/commands";
import type { Label } from "@tsunagi/contracts/text";
import { ViewModel } from "../kit/viewModel.ts";
import { askedFields, checkForm, type FieldProblem, type FormValues } from "./commandForm.ts";

/** What a form is opened with. */
export interface FormRequest {
  readonly command: CommandDescription;
  /** Arguments that are known already: from a card's button, or the message it is about. */
  readonly known: FormValues;
  /** What stands in the fields at first, to be changed. */
  readonly initial?: FormValues;
  /** Names of the fields to ask for; left out = all that are not known. */
  readonly only?: readonly string[];
  /** The act cannot be taken back by one tap: said above the button. */
  readonly warning?: Label;
  readonly danger?: boolean;
}

export interface CommandFormSnapshot {
  readonly fields: readonly CommandArgument[];
  readonly values: FormValues;
  /** Problems to show now, by field. */
  readonly problems: Readonly<Record<string, FieldProblem>>;
  /** Grows with each refused attempt; the view then goes to the first marked field. */
  readonly refusals: number;
}

/** Fields that a request asks for. */
export const fieldsOf = ({ command, known, only }: FormRequest): readonly CommandArgument[] =>
  askedFields(command, known).filter(({ name }) => only === undefined || only.includes(name));

/** A command's arguments as a form. It says at once what can never be right, and what is missing when it is sent. */
export class CommandFormModel extends ViewModel<CommandFormSnapshot> {
  readonly #request: FormRequest;
  readonly #onSend: (values: FormValues) => void;

  constructor(request: FormRequest, onSend: (values: FormValues) => void) {
    super({ fields: fieldsOf(request), values: request.initial ?? {}, problems: {}, refusals: 0 });
    this.#request = request;
    this.#onSend = onSend;
  }

  readonly set = (name: string, value: string): void => {
    const { fields, values, refusals } = this.getSnapshot();
    const next = { ...values, [name]: value };
    const found = Object.entries(checkForm(fields, next));
    const shown = refusals > 0 ? found : found.filter(([, problem]) => problem.kind !== "missing");
    this.update({ values: next, problems: Object.fromEntries(shown) });
  };

  /** @returns true when it was sent */
  readonly submit = (): boolean => {
    const { fields, values, refusals } = this.getSnapshot();
    const problems = checkForm(fields, values);
    if (Object.keys(problems).length > 0) {
      this.update({ problems, refusals: refusals + 1 });
      return false;
    }
    this.#onSend({ ...this.#request.known, ...values });
    return true;
  };
}
