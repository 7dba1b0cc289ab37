import type { OpenDataImportView } from "@tsunagi/contracts/rest/organisations";
import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import { ViewModel } from "../kit/viewModel.ts";

export interface Rejection {
  readonly line: number;
  readonly ja: string;
  readonly en: string;
}

export interface ImportSnapshot {
  readonly busy: boolean;
  /** How far the hub is, or what it has done. */
  readonly run: OpenDataImportView | undefined;
  readonly rejections: readonly Rejection[];
  readonly moreRejections: boolean;
  readonly failure: Failure | undefined;
}

/** What the hub is asked for. */
export interface ImportPort {
  start(file: File, signal: AbortSignal): Promise<OpenDataImportView>;
  load(importId: string, file: File, signal: AbortSignal): Promise<OpenDataImportView>;
  read(importId: string, signal: AbortSignal): Promise<OpenDataImportView>;
  rejections(
    importId: string,
    after: number,
    signal: AbortSignal,
  ): Promise<{ readonly rejections: readonly Rejection[]; readonly more: boolean }>;
}

const ASK_EVERY = 1_500;

/** Sending an open-data file: the hub reads it as it comes, and is asked from time to time how far it is. */
export class ImportModel extends ViewModel<ImportSnapshot> {
  readonly #port: ImportPort;
  readonly #onDone: () => void;

  constructor(port: ImportPort, onDone: () => void) {
    super({ busy: false, run: undefined, rejections: [], moreRejections: false, failure: undefined });
    this.#port = port;
    this.#onDone = onDone;
  }

  readonly send = async (file: File): Promise<void> => {
    if (this.getSnapshot().busy) return;
    this.update({ busy: true, run: undefined, rejections: [], moreRejections: false, failure: undefined });
    const { signal } = this;
    try {
      const run = await this.#port.start(file, signal);
      this.update({ run });
      const asking = setInterval(() => void this.#ask(run.id), ASK_EVERY);
      try {
        this.update({ run: await this.#port.load(run.id, file, signal) });
      } finally {
        clearInterval(asking);
      }
      await this.nextRejections();
      this.#onDone();
    } catch (error) {
      if (!isAborted(error)) this.update({ failure: failureOf(error) });
    } finally {
      this.update({ busy: false });
    }
  };

  readonly nextRejections = async (): Promise<void> => {
    const { run, rejections } = this.getSnapshot();
    if (!run || run.rejected === rejections.length) return;
    const page = await this.#port.rejections(run.id, rejections.at(-1)?.line ?? 0, this.signal);
    this.update({ rejections: [...rejections, ...page.rejections], moreRejections: page.more });
  };

  /** An answer that does not come is asked for again; one that comes too late is passed over. */
  async #ask(importId: string): Promise<void> {
    const run = await this.#port.read(importId, this.signal).catch(() => undefined);
    if (run?.state === "running" && this.getSnapshot().busy) this.update({ run });
  }
}
