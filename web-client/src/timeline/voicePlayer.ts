import { ViewModel } from "../kit/viewModel.ts";
import type { Attachment } from "./tile.ts";

export interface Playing {
  /** Address of the file being played; null when nothing is. */
  readonly url: string | null;
  readonly state: "loading" | "playing" | "paused" | "failed";
  /** Seconds. */
  readonly position: number;
  readonly rate: number;
}

/** How fast a memo may be heard. */
const RATES: readonly number[] = [1, 1.5, 2];

/** Plays one sound at a time, and goes on while its row is scrolled away. */
export class VoicePlayer extends ViewModel<Playing> {
  readonly #open: (attachment: Attachment) => Promise<string>;
  #audio: HTMLAudioElement | undefined;

  /** @param open gives an address this page can play */
  constructor(open: (attachment: Attachment) => Promise<string>) {
    super({ url: null, state: "paused", position: 0, rate: 1 });
    this.#open = open;
  }

  /** Plays it from where it was, or holds it. */
  readonly toggle = async (attachment: Attachment): Promise<void> => {
    const { url } = attachment.file;
    const { url: current, state } = this.getSnapshot();
    if (url === current && state === "playing") this.#audio?.pause();
    else if (url === current && state === "paused" && this.#audio?.src) await this.#play();
    else await this.#begin(attachment);
  };

  /** @param share of the whole, 0 to 1 */
  readonly seek = (attachment: Attachment, share: number, seconds: number): void => {
    if (!this.#audio || this.getSnapshot().url !== attachment.file.url) return;
    this.#audio.currentTime = share * seconds;
    this.update({ position: share * seconds });
  };

  readonly changeRate = (): void => {
    const rate = RATES[(RATES.indexOf(this.getSnapshot().rate) + 1) % RATES.length] ?? 1;
    if (this.#audio) this.#audio.playbackRate = rate;
    this.update({ rate });
  };

  override readonly dispose = (): void => {
    this.#audio?.pause();
    this.#audio = undefined;
    this.replace({ url: null, state: "paused", position: 0, rate: 1 });
  };

  async #begin(attachment: Attachment): Promise<void> {
    const { url } = attachment.file;
    this.#audio?.pause();
    this.update({ url, state: "loading", position: 0 });
    try {
      const source = await this.#open(attachment);
      if (this.getSnapshot().url !== url) return; // another one was chosen meanwhile
      this.#audio = this.#make(source, url);
      await this.#play();
    } catch {
      if (this.getSnapshot().url === url) this.update({ state: "failed" });
    }
  }

  async #play(): Promise<void> {
    if (!this.#audio) return;
    this.#audio.playbackRate = this.getSnapshot().rate;
    await this.#audio.play();
  }

  #make(source: string, url: string): HTMLAudioElement {
    const audio = new Audio(source);
    const ifCurrent = (change: () => Partial<Playing>) => () => {
      if (this.getSnapshot().url === url && this.#audio === audio) this.update(change());
    };
    audio.addEventListener(
      "play",
      ifCurrent(() => ({ state: "playing" })),
    );
    audio.addEventListener(
      "pause",
      ifCurrent(() => ({ state: "paused" })),
    );
    audio.addEventListener(
      "timeupdate",
      ifCurrent(() => ({ position: audio.currentTime })),
    );
    audio.addEventListener(
      "ended",
      ifCurrent(() => ({ state: "paused", position: 0 })),
    );
    audio.addEventListener(
      "error",
      ifCurrent(() => ({ state: "failed" })),
    );
    return audio;
  }
}
