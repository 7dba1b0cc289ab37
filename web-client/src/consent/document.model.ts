import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import type { FieldProblem } from "../kit/form.ts";
import { ViewModel } from "../kit/viewModel.ts";

export interface DocumentSnapshot {
  readonly attached: { readonly id: string; readonly name: string } | undefined;
  readonly uploading: boolean;
  readonly problem: FieldProblem | undefined;
  readonly failure: Failure | undefined;
}

export interface DocumentInputs {
  readonly maxBytes: number;
  readonly upload: (file: Blob, signal: AbortSignal) => Promise<{ readonly id: string }>;
}

const KINDS = ["application/pdf", "image/jpeg", "image/png"];
export const ACCEPT = KINDS.join(",");

/** One document beside a consent: sent as soon as it is chosen, encrypted by the hub with the person's key. */
export class DocumentModel extends ViewModel<DocumentSnapshot> {
  readonly #inputs: DocumentInputs;

  constructor(inputs: DocumentInputs) {
    super({ attached: undefined, uploading: false, problem: undefined, failure: undefined });
    this.#inputs = inputs;
  }

  readonly choose = async (file: File): Promise<void> => {
    const { signal } = this;
    const problem = this.#refuse(file);
    this.update({ attached: undefined, problem, failure: undefined, uploading: problem === undefined });
    if (problem) return;
    try {
      const { id } = await this.#inputs.upload(file, signal);
      if (!signal.aborted) this.update({ attached: { id, name: file.name }, uploading: false });
    } catch (error) {
      if (!isAborted(error)) this.update({ uploading: false, failure: failureOf(error) });
    }
  };

  readonly remove = (): void => this.update({ attached: undefined });

  #refuse(file: File): FieldProblem | undefined {
    if (!KINDS.includes(file.type)) return "consent.documentKind";
    return file.size > this.#inputs.maxBytes ? "consent.documentTooLarge" : undefined;
  }
}
