import type { KeptMedium } from "./keptMedia.ts";

/** One photo or video on its way: which pieces there are, which the hub has, and whether more will come. */
export class Medium {
  #about: KeptMedium;
  readonly #pieces = new Map<number, Blob>();
  #next = 0;
  #total = 0;
  #whole = false;
  #wake: () => void = () => undefined;

  constructor(about: KeptMedium) {
    this.#about = about;
  }

  /** One that was kept: pieces that were sent are gone but the last, and nothing is added any more. @param pieces at least one */
  static resumed(about: KeptMedium, pieces: readonly number[]): Medium {
    const medium = new Medium(about);
    medium.#next = Math.min(...pieces);
    medium.#total = Math.max(...pieces) + 1;
    medium.#whole = true;
    return medium;
  }

  get about(): KeptMedium {
    return this.#about;
  }

  /** The first piece the hub has not. */
  get next(): number {
    return this.#next;
  }

  get total(): number {
    return this.#total;
  }

  begun(mediaId: string): void {
    this.#about = { ...this.#about, mediaId };
  }

  /** @returns its number */
  add(piece: Blob): number {
    const seq = this.#total;
    this.#pieces.set(seq, piece);
    this.#total += 1;
    this.#wake();
    return seq;
  }

  end(): void {
    this.#whole = true;
    this.#wake();
  }

  /** In this page's memory; what was kept lies on the device. */
  piece(seq: number): Blob | undefined {
    return this.#pieces.get(seq);
  }

  sent(seq: number): void {
    this.#pieces.delete(seq);
    this.#next = seq + 1;
  }

  /** Waits until there is another piece, or it is known that there is none. Rejects when the signal ends it. */
  async hasNext(signal: AbortSignal): Promise<boolean> {
    while (this.#next >= this.#total && !this.#whole) {
      await new Promise<void>((resolve, reject) => {
        this.#wake = resolve;
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    }
    signal.throwIfAborted();
    return this.#next < this.#total;
  }
}
