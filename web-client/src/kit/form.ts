import type { Label } from "@tsunagi/contracts/text";
import type { z } from "zod";
import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import type { PlainTextKey } from "../i18n/keys.ts";
import { ViewModel } from "./viewModel.ts";

/** What is wrong with a field: one of our sentences, or the hub's in both languages. */
export type FieldProblem = PlainTextKey | Label | { readonly longerThan: number };
export type FieldProblems = Readonly<Record<string, FieldProblem>>;

export interface FormSnapshot<Values> {
  readonly values: Values;
  /** By the field's name. */
  readonly problems: FieldProblems;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Grows with every attempt that was refused: the view then goes to the first marked field. */
  readonly refusals: number;
}

export interface Explanation {
  readonly problems?: FieldProblems;
  readonly failure?: Failure;
}

export interface FormInputs<Values> {
  readonly initial: Values;
  /** Before anything is sent; {} = all is well. */
  readonly check?: (values: Values) => FieldProblems;
  readonly submit: (values: Values, signal: AbortSignal) => Promise<void>;
  /** The hub names fields by their path in the request: `person.familyName` → `familyName`. */
  readonly fieldOf?: (path: string) => string;
  /** Turns an error into marked fields or a sentence, where it knows better than the general way. */
  readonly explain?: (error: unknown) => Explanation | undefined;
}

/**
 * A form: what was typed, what is wrong with it, and sending it. Nothing typed is lost when it fails. After the first
 * refusal a field's mark goes as soon as it is put right.
 */
export class Form<Values extends object> extends ViewModel<FormSnapshot<Values>> {
  readonly #inputs: FormInputs<Values>;

  constructor(inputs: FormInputs<Values>) {
    super({ values: inputs.initial, problems: {}, busy: false, failure: undefined, refusals: 0 });
    this.#inputs = inputs;
  }

  readonly set = (change: Partial<Values>): void => {
    const before = this.getSnapshot();
    const values = { ...before.values, ...change };
    const changed = Object.keys(change);
    const now = this.#inputs.check?.(values) ?? {};
    const problems = Object.fromEntries(
      Object.entries(before.problems).flatMap(([field, problem]): [string, FieldProblem][] => {
        const still = now[field];
        if (still) return [[field, still]];
        return changed.includes(field) || changed.some((name) => field.startsWith(`${name}.`))
          ? []
          : [[field, problem]];
      }),
    );
    this.update({ values, problems });
  };

  /** @returns true when it was sent and accepted */
  readonly submit = async (): Promise<boolean> => {
    const { values, busy } = this.getSnapshot();
    if (busy) return false;
    const problems = this.#inputs.check?.(values) ?? {};
    if (Object.keys(problems).length > 0) return this.#refuse({ problems, failure: undefined });
    const { signal } = this;
    this.update({ busy: true, problems: {}, failure: undefined });
    try {
      await this.#inputs.submit(values, signal);
      this.update({ busy: false });
      return true;
    } catch (error) {
      if (isAborted(error)) return false;
      return this.#refuse(this.#understand(error));
    }
  };

  #refuse(change: Pick<FormSnapshot<Values>, "problems" | "failure">): false {
    this.update({ ...change, busy: false, refusals: this.getSnapshot().refusals + 1 });
    return false;
  }

  #understand(error: unknown): Pick<FormSnapshot<Values>, "problems" | "failure"> {
    const explained = this.#inputs.explain?.(error);
    if (explained) return { problems: {}, failure: undefined, ...explained };
    const failure = failureOf(error);
    const { fieldOf = (path: string) => path } = this.#inputs;
    const fields = failure.kind === "problem" ? (failure.problem.fields ?? []) : [];
    const problems = Object.fromEntries(fields.map(({ path, ja, en }) => [fieldOf(path), { ja, en }]));
    return { problems, failure };
  }
}

/**
 * Checks values with a contract's schema before they are sent.
 * @param special sentences of one's own, by field
 */
export function problemsBy(
  schema: z.ZodType,
  value: unknown,
  special: Readonly<Record<string, FieldProblem>> = {},
): FieldProblems {
  const result = schema.safeParse(value);
  if (result.success) return {};
  const problems: Record<string, FieldProblem> = {};
  for (const issue of result.error.issues) {
    const field = issue.path.map(String).join(".");
    problems[field] ??= special[field] ?? sentenceFor(issue);
  }
  return problems;
}

function sentenceFor(issue: z.core.$ZodIssue): FieldProblem {
  switch (issue.code) {
    case "too_small":
      return "fields.needed";
    case "too_big":
      return { longerThan: Number(issue.maximum) };
    case "invalid_type":
    case "invalid_value":
      return "fields.choose";
    default:
      return issue.message === "kana" ? "fields.kana" : "fields.format";
  }
}
