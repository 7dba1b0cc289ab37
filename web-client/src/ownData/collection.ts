import type { z } from "zod";
import { until, ViewModel } from "../kit/viewModel.ts";
import { type Items, itemsOf, knowsMore, merge, pruned } from "./items.ts";

/** Where a collection is kept on this device. */
export interface LocalCopy {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

/** Where it is kept for all of one's devices, readable by none but them. */
export interface SharedCopy {
  /** Undefined when there is none, or none that this device can open (yet). @throws when there is no line */
  read(name: string): Promise<unknown>;
  /** @throws when there is no line */
  write(name: string, value: unknown): Promise<void>;
  /** Something may be readable that was not. @returns unsubscribe */
  onChange(name: string, listener: () => void): () => void;
}

export interface CollectionInputs<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly deviceId: string;
  readonly local?: LocalCopy;
  /** Left out = it stays on this device. */
  readonly shared?: SharedCopy;
  /** Milliseconds without a change before the other devices learn of it. */
  readonly pauseMs?: number;
}

const PAUSE_MS = 3000;
const AGAIN_MS = 20_000;

/**
 * Things only their owner has: drafts, templates. A change is on the device within milliseconds, on the owner's other
 * devices some seconds later; of two changes the later one counts.
 */
export class Collection<T> extends ViewModel<ReadonlyMap<string, T>> {
  readonly #inputs: CollectionInputs<T>;
  #items: Items<T> = {};
  #writing: Promise<void> | undefined;
  #dirty = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loaded: Promise<void> = Promise.resolve();

  constructor(inputs: CollectionInputs<T>) {
    super(new Map());
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    const { name, shared } = this.#inputs;
    this.#loaded = this.#load();
    if (!shared) return;
    const pull = () => void this.#pull();
    until(signal, shared.onChange(name, pull));
    until(signal, () => clearTimeout(this.#timer));
    void this.#loaded.then(pull);
  }

  /** Resolves when what this device kept is there. */
  readonly whenLoaded = (): Promise<void> => this.#loaded;

  readonly put = (id: string, value: T): void => this.#set(id, value);

  readonly remove = (id: string): void => {
    if (this.#items[id]?.value) this.#set(id, null);
  };

  /** Resolves when everything so far is kept on this device. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  #set(id: string, value: T | null): void {
    const before = this.#items[id]?.at ?? 0;
    const item = { value, at: Math.max(Date.now(), before + 1), by: this.#inputs.deviceId };
    this.#become({ ...this.#items, [id]: item });
    this.#later(this.#inputs.pauseMs ?? PAUSE_MS);
  }

  #become(items: Items<T>): void {
    this.#items = items;
    const there = Object.entries(items).flatMap(([id, { value }]): [string, T][] =>
      value === null ? [] : [[id, value]],
    );
    this.replace(new Map(there));
    this.#dirty = true;
    this.#writing ??= this.#write();
  }

  /** One write at a time; what changes meanwhile goes with the next. */
  async #write(): Promise<void> {
    const { name, local } = this.#inputs;
    while (this.#dirty) {
      this.#dirty = false;
      await local?.write(name, this.#items).catch(() => undefined); // a full disk: it stays in memory
    }
    this.#writing = undefined;
  }

  async #load(): Promise<void> {
    const { name, local } = this.#inputs;
    this.#take(await local?.read(name).catch(() => undefined));
  }

  #take(value: unknown): Items<T> | undefined {
    const parsed = itemsOf(this.#inputs.schema).safeParse(value);
    if (!parsed.success) return undefined;
    if (knowsMore(parsed.data, this.#items)) this.#become(merge(this.#items, parsed.data));
    return parsed.data;
  }

  async #pull(): Promise<void> {
    try {
      const known = this.#take(await this.#inputs.shared?.read(this.#inputs.name)) ?? {};
      if (knowsMore(this.#items, known)) this.#later(this.#inputs.pauseMs ?? PAUSE_MS);
    } catch {
      this.#later(AGAIN_MS);
    }
  }

  #later(wait: number): void {
    if (!this.#inputs.shared || this.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#push(), wait);
  }

  async #push(): Promise<void> {
    const { name, shared } = this.#inputs;
    try {
      const known = this.#take(await shared?.read(name)) ?? {};
      if (knowsMore(this.#items, known)) await shared?.write(name, pruned(this.#items, Date.now()));
    } catch {
      this.#later(AGAIN_MS);
    }
  }
}
