import { until, ViewModel } from "../kit/viewModel.ts";
import type { Content, EncryptedFile, Progress } from "../matrix/models.ts";
import { attachmentContent, type Prepared, type Voice } from "./attachmentContent.ts";
import type { KeptUpload, KeptUploads } from "./keptUploads.ts";
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
  /** Resolves once the message stands on the server, or was given up; the same `txnId` again never sends it twice. */
  readonly send: (roomId: string, content: Content, txnId: string) => Promise<void>;
  /** Files not sent yet, over reloads. */
  readonly kept: Pick<KeptUploads, "put" | "remove" | "all">;
  /** Looks at a file, takes out of an image what is hidden in it, makes its small copy. @throws UnreadableImage */
  readonly prepare: (file: File) => Promise<Prepared>;
  readonly mostBytes: number;
}

interface Job {
  readonly file: File;
  readonly voice: Voice | null;
  readonly replyTo: string | null;
  /** Settled once it is known whether the device keeps the file. */
  readonly keeping: Promise<void>;
  abort: AbortController;
  /** What is done already: another attempt goes on from there. */
  prepared?: Prepared;
  sent?: EncryptedFile;
}

/** While something could not be sent, it is tried again this often: on one bar of signal no event tells. */
const AGAIN_MS = 20_000;

/**
 * Files being encrypted and sent, of all rooms: leaving a room does not stop them, and they go on when the line is back
 * or the page is opened again.
 */
export class Uploads extends ViewModel<readonly Upload[]> {
  readonly #inputs: UploadsInputs;
  readonly #jobs = new Map<string, Job>();
  /** Those that would be lost with the page. */
  readonly #unkept = new Set<string>();
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
    void this.#inputs.kept.all().then((kept) => {
      if (!signal.aborted) for (const upload of kept) if (!this.#jobs.has(upload.id)) this.#goOn(upload);
    });
  }

  /** Takes files in; they go out one after the other, in their order. */
  readonly add = (roomId: string, files: readonly File[], replyTo: string | null, voice: Voice | null = null): void => {
    for (const file of files) {
      const upload = { id: crypto.randomUUID(), roomId, file, voice, replyTo };
      const tooLarge = file.size > this.#inputs.mostBytes;
      this.#show(upload, tooLarge ? "tooLarge" : null);
      if (!tooLarge) this.#begin(upload.id, { ...upload, keeping: this.#keep(upload), abort: new AbortController() });
    }
  };

  #goOn(upload: KeptUpload): void {
    this.#show(upload, null);
    this.#begin(upload.id, { ...upload, keeping: Promise.resolve(), abort: new AbortController() });
  }

  #show({ id, roomId, file: { name, size, type } }: KeptUpload, problem: UploadProblem | null): void {
    const about = { id, roomId, name, size, image: type.startsWith("image/"), progress: 0, problem };
    this.replace([...this.getSnapshot(), { ...about, state: problem ? "failed" : "preparing" }]);
  }

  async #keep(upload: KeptUpload): Promise<void> {
    this.#unkept.add(upload.id);
    try {
      await this.#inputs.kept.put(upload);
      this.#unkept.delete(upload.id);
    } catch {
      // A full device: then it lives as long as the page, which asks before it is closed.
    }
  }

  readonly retry = (id: string): void => {
    const job = this.#jobs.get(id);
    if (!job) return;
    this.#change(id, { state: "preparing", progress: 0, problem: null });
    job.abort = new AbortController();
    this.#begin(id, job);
  };

  /** Stops it, or takes a failed one away. */
  readonly cancel = (id: string): void => {
    const job = this.#jobs.get(id);
    job?.abort.abort();
    this.#hide(id);
    if (job) void this.#letGo(id, job);
  };

  readonly #retryAll = (): void => {
    if (!navigator.onLine) return;
    for (const { id, problem } of this.getSnapshot()) if (problem === "notSent") this.retry(id);
  };

  /** The browser asks before it closes the page when a file on its way would be lost. */
  readonly #holdPage = (event: BeforeUnloadEvent): void => {
    if (this.#unkept.size > 0) event.preventDefault();
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
      const arrived = this.#inputs.send(upload.roomId, content, id);
      this.#hide(id);
      void arrived.then(() => this.#letGo(id, job));
    } catch (error) {
      if (signal.aborted) return;
      const unreadable = error instanceof UnreadableImage;
      if (unreadable) void this.#letGo(id, job);
      this.#change(id, { state: "failed", problem: unreadable ? "unreadable" : "notSent" });
    }
  }

  #change(id: string, change: Partial<Upload>): void {
    this.replace(this.getSnapshot().map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  #hide(id: string): void {
    this.replace(this.getSnapshot().filter((upload) => upload.id !== id));
  }

  async #letGo(id: string, { keeping }: Job): Promise<void> {
    this.#jobs.delete(id);
    await keeping;
    this.#unkept.delete(id);
    await this.#inputs.kept.remove(id).catch(() => undefined);
  }
}

const silent: Progress = () => undefined;
