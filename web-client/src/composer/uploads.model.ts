import { ViewModel } from "../kit/viewModel.ts";
import type { Content, EncryptedFile, Progress } from "../matrix/models.ts";
import { attachmentContent, type Prepared } from "./attachmentContent.ts";

export type UploadProblem = "tooLarge" | "notSent";

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
  /** Looks at a file and makes the small copy of an image. */
  readonly prepare: (file: File) => Promise<Prepared>;
  readonly mostBytes: number;
}

interface Job {
  readonly file: File;
  readonly replyTo: string | null;
  abort: AbortController;
}

/** Files being encrypted and sent, of all rooms: leaving a room does not stop them. */
export class Uploads extends ViewModel<readonly Upload[]> {
  readonly #inputs: UploadsInputs;
  readonly #jobs = new Map<string, Job>();
  #queue: Promise<void> = Promise.resolve();

  constructor(inputs: UploadsInputs) {
    super([]);
    this.#inputs = inputs;
  }

  /** Takes files in; they go out one after the other, in their order. */
  readonly add = (roomId: string, files: readonly File[], replyTo: string | null): void => {
    for (const file of files) {
      const id = crypto.randomUUID();
      const tooLarge = file.size > this.#inputs.mostBytes;
      const { name, size, type } = file;
      const about = { id, roomId, name, size, image: type.startsWith("image/"), progress: 0 };
      this.replace([
        ...this.getSnapshot(),
        tooLarge ? { ...about, state: "failed", problem: "tooLarge" } : { ...about, state: "preparing", problem: null },
      ]);
      if (!tooLarge) this.#begin(id, { file, replyTo, abort: new AbortController() });
    }
  };

  readonly retry = (id: string): void => {
    const job = this.#jobs.get(id);
    if (!job) return;
    this.#change(id, { state: "preparing", progress: 0, problem: null });
    this.#begin(id, { ...job, abort: new AbortController() });
  };

  /** Stops it, or takes a failed one away. */
  readonly cancel = (id: string): void => {
    this.#jobs.get(id)?.abort.abort();
    this.#remove(id);
  };

  #begin(id: string, job: Job): void {
    this.#jobs.set(id, job);
    this.#queue = this.#queue.then(() => this.#run(id, job));
  }

  async #run(id: string, { file, replyTo, abort: { signal } }: Job): Promise<void> {
    const upload = this.getSnapshot().find((candidate) => candidate.id === id);
    if (!upload || signal.aborted) return;
    try {
      const prepared = await this.#inputs.prepare(file);
      signal.throwIfAborted();
      this.#change(id, { state: "uploading" });
      const sent = await this.#inputs.upload(file, (progress) => this.#change(id, { progress }), signal);
      const thumbnail = prepared.thumbnail && (await this.#inputs.upload(prepared.thumbnail.blob, silent, signal));
      signal.throwIfAborted();
      this.#inputs.send(upload.roomId, attachmentContent({ prepared, file: sent, thumbnail, replyTo }));
      this.#remove(id);
    } catch {
      if (!signal.aborted) this.#change(id, { state: "failed", problem: "notSent" });
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
