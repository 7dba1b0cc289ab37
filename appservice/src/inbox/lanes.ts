/** Work waiting in one room, the first being done. */
interface Lane<T> {
  readonly waiting: T[];
  running: boolean;
}

/**
 * One queue a room, worked in order; rooms side by side, up to `concurrency` at once. A slow room holds up itself only.
 */
export class Lanes<T> {
  readonly #lanes = new Map<string, Lane<T>>();
  readonly #ready: string[] = [];
  readonly #concurrency: number;
  readonly #work: (item: T, later: readonly T[]) => Promise<void>;
  #running = 0;
  #idle: (() => void)[] = [];

  /** @param work never rejects; gets what waits behind the item in the same room */
  constructor(concurrency: number, work: (item: T, later: readonly T[]) => Promise<void>) {
    this.#concurrency = concurrency;
    this.#work = work;
  }

  add(room: string, item: T): void {
    const lane = this.#lanes.get(room) ?? { waiting: [], running: false };
    this.#lanes.set(room, lane);
    lane.waiting.push(item);
    if (lane.running) return;
    lane.running = true;
    this.#ready.push(room);
    this.#pump();
  }

  get size(): number {
    return [...this.#lanes.values()].reduce((total, lane) => total + lane.waiting.length, 0);
  }

  /** Resolves when nothing is waiting or running. */
  async drained(): Promise<void> {
    if (this.#lanes.size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #pump(): void {
    while (this.#running < this.#concurrency) {
      const room = this.#ready.shift();
      if (room === undefined) return;
      this.#running += 1;
      void this.#step(room).finally(() => {
        this.#running -= 1;
        this.#pump();
      });
    }
  }

  async #step(room: string): Promise<void> {
    const lane = this.#lanes.get(room);
    const item = lane?.waiting[0];
    if (!lane || item === undefined) return;
    try {
      await this.#work(item, lane.waiting.slice(1));
    } finally {
      lane.waiting.shift();
      if (lane.waiting.length > 0) this.#ready.push(room);
      else this.#lanes.delete(room);
      if (this.#lanes.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
    }
  }
}
