import type { DownloadPort } from "./ports.ts";
import type { Attachment } from "./tile.ts";

/** An attachment on its way to the screen. */
export type Loading =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly url: string }
  | { readonly state: "failed" };

/** Kinds a browser only paints or plays. An SVG or a page under our own origin could run scripts. */
const SHOWN = /^(image\/(jpeg|png|gif|webp|avif)|(audio|video)\/[a-z0-9.+-]+)$/;
const KEPT = 200;
const LOADING: Loading = { state: "loading" };

/** Decrypted attachments as addresses this page can show; the least lately used are let go of. */
export class Pictures {
  readonly #port: DownloadPort;
  readonly #known = new Map<string, Loading>();
  readonly #listeners = new Set<() => void>();

  constructor(port: DownloadPort) {
    this.#port = port;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** How far one is; the same value as long as nothing has changed. */
  readonly peek = (attachment: Attachment): Loading => this.#known.get(attachment.file.url) ?? LOADING;

  /** Begins to load it unless it is there or on its way. */
  readonly load = (attachment: Attachment): void => {
    const { url } = attachment.file;
    const known = this.#known.get(url);
    if (known && known.state !== "failed") {
      this.#known.delete(url); // to the end: used last
      this.#known.set(url, known);
      return;
    }
    this.#set(url, LOADING);
    void this.#fetch(attachment);
  };

  /** Its address as soon as it is there. Rejects when it could not be loaded. */
  async urlOf(attachment: Attachment): Promise<string> {
    this.load(attachment);
    for (;;) {
      const loading = this.peek(attachment);
      if (loading.state === "ready") return loading.url;
      if (loading.state === "failed") throw new Error("not loaded");
      await new Promise<void>((resolve) => {
        const end = this.subscribe(() => {
          end();
          resolve();
        });
      });
    }
  }

  /** The plain bytes as a file to save. */
  async bytes({ file }: Attachment, signal: AbortSignal): Promise<Blob> {
    return new Blob([await this.#port.download(file, signal)], { type: "application/octet-stream" });
  }

  dispose(): void {
    for (const loading of this.#known.values()) if (loading.state === "ready") URL.revokeObjectURL(loading.url);
    this.#known.clear();
  }

  async #fetch({ file, mimeType }: Attachment): Promise<void> {
    try {
      const bytes = await this.#port.download(file, AbortSignal.timeout(120_000));
      const [kind = ""] = mimeType.split(";", 1); // codecs may follow
      const type = SHOWN.test(kind) ? kind : "application/octet-stream";
      this.#set(file.url, { state: "ready", url: URL.createObjectURL(new Blob([bytes], { type })) });
      this.#trim();
    } catch {
      this.#set(file.url, { state: "failed" });
    }
  }

  #trim(): void {
    for (const [url, loading] of this.#known) {
      if (this.#known.size <= KEPT) return;
      if (loading.state !== "ready") continue;
      URL.revokeObjectURL(loading.url);
      this.#known.delete(url);
    }
  }

  #set(url: string, loading: Loading): void {
    this.#known.set(url, loading);
    for (const listener of [...this.#listeners]) listener();
  }
}
