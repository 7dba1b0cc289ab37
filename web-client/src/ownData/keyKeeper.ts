import { z } from "zod";
import { until, ViewModel } from "../kit/viewModel.ts";
import type { LocalCopy } from "./collection.ts";
import { EMPTY_RING, type KeyRing, keyRing, newest, nextStep, withKeys } from "./keyRing.ts";
import { newKey, ringKey } from "./sealing.ts";

/** One's own other devices, as far as their owner has signed them; what is told them is encrypted to each. */
export interface OwnDevicesPort {
  /** @throws when there is no line */
  others(): Promise<readonly string[]>;
  /** @throws when there is no line */
  tell(deviceIds: readonly string[], message: Readonly<Record<string, unknown>>): Promise<void>;
  /** Messages of one's own signed devices only. @returns unsubscribe */
  onTold(listener: (message: unknown, deviceId: string) => void): () => void;
  onDevices(listener: () => void): () => void;
}

export interface KeyKeeperInputs {
  readonly devices: OwnDevicesPort;
  readonly local: LocalCopy;
  /** How long to wait for a key before making one, milliseconds. */
  readonly patienceMs?: number;
}

const message = z.union([z.object({ ask: z.literal(true) }), z.object({ keys: z.array(ringKey).max(200) })]);
const NAME = "keys";
const PATIENCE_MS = 12_000;
const AGAIN_MS = 30_000;

/**
 * Holds the keys of one's own data and hands them from device to device (docs/adr/0016): a new device asks, whoever has
 * the keys gives them; when a device is gone a new key is made that it never gets.
 */
export class KeyKeeper extends ViewModel<KeyRing> {
  readonly #inputs: KeyKeeperInputs;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waited = false;
  #asked = false;
  #looking = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(inputs: KeyKeeperInputs) {
    super(EMPTY_RING);
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    const { devices } = this.#inputs;
    until(signal, () => clearTimeout(this.#timer));
    this.#inTurn(() => this.#load());
    until(
      signal,
      devices.onTold((told, from) => this.#inTurn(() => this.#hear(told, from))),
    );
    until(signal, devices.onDevices(this.#look));
    this.#look();
  }

  readonly #look = (): void => {
    if (this.#looking) return;
    this.#looking = true;
    this.#inTurn(() => {
      this.#looking = false;
      return this.#step();
    });
  };

  /** One thing after the other: two steps at once would make two keys. */
  #inTurn(work: () => Promise<void>): void {
    const { signal } = this;
    this.#turn = this.#turn.then(async () => {
      if (signal.aborted) return;
      await work().catch(() => this.#later(AGAIN_MS)); // no line
    });
  }

  #later(wait: number): void {
    if (this.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, wait);
  }

  async #load(): Promise<void> {
    const kept = keyRing.safeParse(await this.#inputs.local.read(NAME));
    if (kept.success) this.replace(kept.data);
  }

  async #keep(ring: KeyRing): Promise<void> {
    await this.#inputs.local.write(NAME, ring);
    this.replace(ring);
  }

  async #step(): Promise<void> {
    const { devices } = this.#inputs;
    const others = await devices.others();
    const ring = this.getSnapshot();
    switch (nextStep(ring, others, this.#waited)) {
      case "ask":
        if (!this.#asked) await devices.tell(others, { ask: true });
        this.#asked = true;
        setTimeout(this.#giveUpWaiting, this.#inputs.patienceMs ?? PATIENCE_MS);
        return;
      case "make":
      case "rotate":
        await this.#keep({ keys: [...ring.keys, await newKey(Date.now())], givenTo: [] });
        return this.#give(others);
      case "give":
        return this.#give(others.filter((device) => !ring.givenTo.includes(device)));
      case "rest":
        return undefined;
    }
  }

  readonly #giveUpWaiting = (): void => {
    this.#waited = true;
    this.#look();
  };

  async #give(to: readonly string[]): Promise<void> {
    const ring = this.getSnapshot();
    if (to.length === 0) return;
    await this.#inputs.devices.tell(to, { keys: ring.keys });
    await this.#keep({ ...ring, givenTo: [...new Set([...ring.givenTo, ...to])] });
  }

  async #hear(told: unknown, from: string): Promise<void> {
    const heard = message.safeParse(told);
    if (!heard.success) return;
    if ("ask" in heard.data) {
      if (this.getSnapshot().keys.length > 0) await this.#give([from]);
      return;
    }
    const before = this.getSnapshot();
    const ring = await withKeys(before, heard.data.keys);
    if (ring === before) return;
    // Whoever gave the newest key has it; the others may not.
    const changed = newest(ring)?.kid !== newest(before)?.kid;
    await this.#keep({ ...ring, givenTo: changed ? [from] : ring.givenTo });
    await this.#step();
  }
}
