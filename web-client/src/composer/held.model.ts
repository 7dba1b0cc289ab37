import { z } from "zod";
import { until, ViewModel } from "../kit/viewModel.ts";
import type { Content } from "../matrix/models.ts";
import { type Draft, draft } from "./draft.ts";
import { messageContent } from "./messageContent.ts";

/** A message that waits a few seconds so that it can be taken back. */
export const heldMessage = z.object({
  roomId: z.string(),
  draft,
  /** When it leaves, milliseconds since the epoch. */
  until: z.number(),
  /** It has left, but the server has not said yet that it is there. */
  leaving: z.boolean(),
});
export type HeldMessage = Readonly<z.infer<typeof heldMessage>>;

export interface Held {
  readonly id: string;
  readonly roomId: string;
  readonly text: string;
  readonly until: number;
}

export interface HeldInputs {
  /** On this device only. */
  readonly kept: {
    getSnapshot(): ReadonlyMap<string, HeldMessage>;
    subscribe(listener: () => void): () => void;
    put(id: string, message: HeldMessage): void;
    remove(id: string): void;
    whenLoaded(): Promise<void>;
  };
  /** Resolves once the message stands on the server, or was given up. */
  readonly send: (roomId: string, content: Content, txnId: string) => Promise<void>;
  /** How long messages wait; 0 = they leave at once. */
  readonly seconds: () => number;
}

/**
 * Messages between "send" and their leaving. They leave when their time is over, when another one is sent, when the page
 * goes out of sight; after a reload they are still there. Their id is the transaction id: none goes twice.
 */
export class HeldMessages extends ViewModel<readonly Held[]> {
  readonly #inputs: HeldInputs;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #left = new Set<string>();

  constructor(inputs: HeldInputs) {
    super([]);
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    const { kept } = this.#inputs;
    until(signal, kept.subscribe(this.#show));
    until(signal, () => {
      for (const timer of this.#timers.values()) clearTimeout(timer);
      this.#timers.clear();
    });
    void kept.whenLoaded().then(() => {
      if (signal.aborted) return;
      for (const [id, message] of kept.getSnapshot()) this.#await(id, message);
    });
  }

  /** Takes a message to be sent. */
  readonly post = (roomId: string, draft: Draft): void => {
    this.flush(roomId);
    const id = crypto.randomUUID();
    const waits = this.#inputs.seconds() * 1000;
    const message: HeldMessage = { roomId, draft, until: Date.now() + waits, leaving: false };
    this.#inputs.kept.put(id, message);
    if (waits === 0) this.#leave(id);
    else this.#await(id, message);
  };

  /** @returns what was written, when it has not left yet */
  readonly takeBack = (id: string): Draft | null => {
    const message = this.#inputs.kept.getSnapshot().get(id);
    if (!message || message.leaving || this.#left.has(id)) return null;
    clearTimeout(this.#timers.get(id));
    this.#inputs.kept.remove(id);
    return message.draft;
  };

  readonly sendNow = (id: string): void => this.#leave(id);

  /** Sends what waits, in its order. @param roomId left out = of all rooms */
  readonly flush = (roomId?: string): void => {
    for (const held of [...this.getSnapshot()])
      if (roomId === undefined || held.roomId === roomId) this.#leave(held.id);
  };

  #await(id: string, { until: at, leaving }: HeldMessage): void {
    if (leaving || at <= Date.now()) this.#leave(id);
    else
      this.#timers.set(
        id,
        setTimeout(() => this.#leave(id), at - Date.now()),
      );
  }

  #leave(id: string): void {
    const { kept, send } = this.#inputs;
    const message = kept.getSnapshot().get(id);
    clearTimeout(this.#timers.get(id));
    if (!message || this.#left.has(id)) return;
    this.#left.add(id);
    if (!message.leaving) kept.put(id, { ...message, leaving: true });
    void send(message.roomId, messageContent(message.draft), id).then(() => kept.remove(id));
  }

  readonly #show = (): void => {
    const held = [...this.#inputs.kept.getSnapshot()]
      .filter(([, { leaving }]) => !leaving)
      .map(
        ([
          id,
          {
            roomId,
            draft: { text },
            until: at,
          },
        ]) => ({ id, roomId, text, until: at }),
      )
      .sort((a, b) => a.until - b.until);
    this.replace(held);
  };
}
