import { until, ViewModel } from "../kit/viewModel.ts";
import type { Content, EncryptedFile, Progress } from "../matrix/models.ts";
import { attachmentContent, type Prepared, type Voice } from "./attachmentContent.ts";
import { UnreadableImage } from "./prepareFile.ts";

export type UploadProblem = "tooLarge" | "unreadable" | "notSent";

/** A file on its way out. When it is up it becomes a message and is gone from here. */
export interface Upload {
  readonly id: string;
  readonly roomId: string;
  readonly name: string;
  readonly size: number;
  readonly image: boolean;
  readonly state: "preparing" | "uploading" | "failed";
  /** 0 to 1 */
  readonly progress: number;
  readonly problem: UploadProblem | null;
}

export interface UploadsInputs {
  readonly upload: (file: Blob, onProgress: Progress, signal: AbortSignal) => Promise<EncryptedFile>;
  readonly send: (roomId: string, content: Content) => void;
  /** Looks at a file, takes out of an image what is hidden in it, makes its small copy. @throws UnreadableImage */
  readonly prepare: (file: File) => Promise<Prepared>;
  readonly mostBytes: number;
}

interface Job {
  readonly file: File;
  readonly voice: Voice | null;
  readonly replyTo: string | null;
  abort: AbortController;
  /** What is done already: another attempt goes on from there. */
  prepared?: Prepared;
  sent?: EncryptedFile;
}

/** While something could not be sent, it is tried again this often: on one bar of signal no event tells. */
const AGAIN_MS = 20_000;

/** Files being encrypted and sent, of all rooms: leaving a room does not stop them, and they go on when the line is back. */
export class Uploads extends ViewModel<readonly Upload[]> {
  readonly #inputs: UploadsInputs;
  readonly #jobs = new Map<string, Job>();
  #queue: Promise<void> = Promise.resolve();

  constructor(inputs: UploadsInputs) {
    super([]);
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    const timer = setInterval(this.#retryAll, AGAIN_MS);
    until(signal, () => clearInterval(timer));
    addEventListener("online", this.#retryAll, { signal });
    addEventListener("beforeunload", this.#holdPage, { signal });
  }

  /** Takes files in; they go out one after the other, in their order. */
  readonly add = (roomId: string, files: readonly File[], replyTo: string | null, voice: Voice | null = null): void => {
    for (const file of files) {
      const id = crypto.randomUUID();
      const tooLarge = file.size > this.#inputs.mostBytes;
      const { name, size, type } = file;
      const about = { id, roomId, name, size, image: type.startsWith("image/"), progress: 0 };
      this.replace([
        ...this.getSnapshot(),
        tooLarge ? { ...about, state: "failed", problem: "tooLarge" } : { ...about, state: "preparing", problem: null },
      ]);
      if (!tooLarge) this.#begin(id, { file, voice, replyTo, abort: new AbortController() });
    }
  };

  readonly retry = (id: string): void => {
    const job = this.#jobs.get(id);
    if (!job) return;
    this.#change(id, { state: "preparing", progress: 0, problem: null });
    job.abort = new AbortController();
    this.#begin(id, job);
  };

  /** Stops it, or takes a failed one away. */
  readonly cancel = (id: string): void => {
    this.#jobs.get(id)?.abort.abort();
    this.#remove(id);
  };

  readonly #retryAll = (): void => {
    if (!navigator.onLine) return;
    for (const { id, problem } of this.getSnapshot()) if (problem === "notSent") this.retry(id);
  };

  /** The browser asks before it closes the page: a file on its way would be lost. */
  readonly #holdPage = (event: BeforeUnloadEvent): void => {
    if (this.#jobs.size > 0) event.preventDefault();
  };

  #begin(id: string, job: Job): void {
    this.#jobs.set(id, job);
    this.#queue = this.#queue.then(() => this.#run(id, job));
  }

  async #run(id: string, job: Job): Promise<void> {
    const { signal } = job.abort;
    const upload = this.getSnapshot().find((candidate) => candidate.id === id);
    if (!upload || signal.aborted) return;
    try {
      job.prepared ??= { ...(await this.#inputs.prepare(job.file)), voice: job.voice };
      const { prepared } = job;
      signal.throwIfAborted();
      this.#change(id, { state: "uploading", size: prepared.blob.size });
      job.sent ??= await this.#inputs.upload(prepared.blob, (progress) => this.#change(id, { progress }), signal);
      const thumbnail = prepared.thumbnail && (await this.#inputs.upload(prepared.thumbnail.blob, silent, signal));
      signal.throwIfAborted();
      const content = attachmentContent({ prepared, file: job.sent, thumbnail, replyTo: job.replyTo });
      this.#inputs.send(upload.roomId, content);
      this.#remove(id);
    } catch (error) {
      if (signal.aborted) return;
      const unreadable = error instanceof UnreadableImage;
      if (unreadable) this.#jobs.delete(id);
      this.#change(id, { state: "failed", problem: unreadable ? "unreadable" : "notSent" });
    }
  }

  #change(id: string, change: Partial<Upload>): void {
    this.replace(this.getSnapshot().map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  #remove(id: string): void {
    this.#jobs.delete(id);
    this.replace(this.getSnapshot().filter((upload) => upload.id !== id));
  }
}

const silent: Progress = () => undefined;
