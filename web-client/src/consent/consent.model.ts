import type { ConsentGiver, ConsentMethod, ConsentScope, Relation } from "@tsunagi/contracts/codes/consent";
import { type ConsentInput, consentInput } from "@tsunagi/contracts/rest/consent";
import { dayOf } from "../i18n/dates.ts";
import { type FieldProblem, type FieldProblems, Form, problemsBy } from "../kit/form.ts";

/** A consent as it is being entered. */
export interface ConsentValues {
  readonly scopes: readonly ConsentScope[];
  readonly givenBy: ConsentGiver | "";
  readonly representativeName: string;
  readonly relation: Relation | "";
  readonly method: ConsentMethod | "";
  readonly givenOn: string;
  readonly note: string;
}

export interface ConsentInputs {
  /** What is asked for here; the person may take it off. */
  readonly scopes: readonly ConsentScope[];
  /** Id of the attached document, when there is one. */
  readonly documentId: () => string | null;
  readonly record: (consent: ConsentInput, signal: AbortSignal) => Promise<void>;
  readonly today?: () => string;
}

/** Entering a consent: who gave it, how, when, for what. */
export function consentForm(inputs: ConsentInputs): Form<ConsentValues> {
  const { scopes, documentId, record, today = () => dayOf(Date.now()) } = inputs;
  return new Form<ConsentValues>({
    initial: {
      scopes,
      givenBy: "person",
      representativeName: "",
      relation: "",
      method: "paper",
      givenOn: today(),
      note: "",
    },
    check: (values) => check(values, today()),
    submit: (values, signal) => record(consentInput.parse(candidate(values, documentId())), signal),
  });
}

const candidate = (values: ConsentValues, documentId: string | null) => ({
  scopes: values.scopes,
  givenBy: values.givenBy,
  representative:
    values.givenBy === "representative" ? { name: values.representativeName, relation: values.relation } : null,
  method: values.method,
  givenOn: values.givenOn,
  documentId,
  note: values.note,
});

const FIELDS: Readonly<Record<string, string>> = {
  "representative.name": "representativeName",
  "representative.relation": "relation",
};

function check(values: ConsentValues, today: string): FieldProblems {
  const found = problemsBy(consentInput, candidate(values, null), {
    scopes: "consent.scopesNeeded",
    givenOn: "fields.date",
  });
  const problems: Record<string, FieldProblem> = {};
  for (const [path, problem] of Object.entries(found)) problems[FIELDS[path] ?? path] = problem;
  if (values.givenOn > today) problems["givenOn"] = "fields.pastDate";
  return problems;
}
