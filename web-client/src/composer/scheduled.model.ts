import { z } from "zod";
import { until, ViewModel } from "../kit/viewModel.ts";
import type { Content } from "../matrix/models.ts";
import { type Draft, draft } from "./draft.ts";
import { messageContent } from "./messageContent.ts";

/** A message the homeserver holds, encrypted, until its time. What it says is known to its writer's devices only. */
export const scheduledMessage = z.object({
  roomId: z.string(),
  draft,
  /** When it is sent, milliseconds since the epoch. */
  at: z.number(),
  delayId: z.string(),
  /** Who could read it when it was encrypted. */
  members: z.array(z.string()),
});
export type ScheduledMessage = Readonly<z.infer<typeof scheduledMessage>>;

export interface Scheduled extends ScheduledMessage {
  readonly id: string;
}

export interface ScheduledInputs {
  readonly kept: {
    getSnapshot(): ReadonlyMap<string, ScheduledMessage>;
    subscribe(listener: () => void): () => void;
    put(id: string, message: ScheduledMessage): void;
    remove(id: string): void;
    whenLoaded(): Promise<void>;
  };
  /** @returns what to cancel it by. @throws MatrixFailure */
  readonly schedule: (roomId: string, content: Content, delayMs: number, txnId: string) => Promise<string>;
  /** @returns false when it was sent already. @throws MatrixFailure */
  readonly cancel: (delayId: string) => Promise<boolean>;
  readonly membersOf: (roomId: string) => readonly string[];
  /** People came or went somewhere. @returns unsubscribe */
  readonly onMembers: (listener: () => void) => () => void;
}

/** Time in which a message that is due reaches the conversation; then it stands there and not here. */
const GRACE_MS = 3000;
/** A message is not encrypted anew so shortly before its time: it might go twice. */
const CLOSE_MS = 60_000;
const SETTLE_MS = 5000;

/** 予約送信: messages to be sent at a chosen time, whether this device is on or not. */
export class ScheduledMessages extends ViewModel<readonly Scheduled[]> {
  readonly #inputs: ScheduledInputs;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #renewing = false;

  constructor(inputs: ScheduledInputs) {
    super([]);
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    const { kept, onMembers } = this.#inputs;
    until(signal, kept.subscribe(this.#show));
    until(signal, onMembers(this.#look));
    until(signal, () => {
      clearTimeout(this.#timer);
      clearTimeout(this.#settle);
    });
    void kept.whenLoaded().then(() => {
      if (signal.aborted) return;
      this.#show();
      this.#look();
    });
  }

  /** @param id the same again for another attempt. @throws MatrixFailure: nothing is scheduled then */
  readonly add = async (id: string, roomId: string, draft: Draft, at: number): Promise<void> => {
    const { kept, schedule, membersOf } = this.#inputs;
    const members = [...membersOf(roomId)].sort();
    const delayId = await schedule(roomId, messageContent(draft), at - Date.now(), id);
    kept.put(id, { roomId, draft, at, delayId, members });
  };

  /** @returns what was written, or null when it has been sent. @throws MatrixFailure: it stays scheduled then */
  readonly cancel = async (id: string): Promise<Draft | null> => {
    const { kept, cancel } = this.#inputs;
    const message = kept.getSnapshot().get(id);
    if (!message) return null;
    const stopped = await cancel(message.delayId);
    kept.remove(id);
    return stopped ? message.draft : null;
  };

  readonly #show = (): void => {
    const { kept } = this.#inputs;
    const now = Date.now();
    const all = [...kept.getSnapshot()].map(([id, message]) => ({ id, ...message })).sort((a, b) => a.at - b.at);
    clearTimeout(this.#timer);
    const next = all.find(({ at }) => at + GRACE_MS > now);
    // A timer of more than 24 days would fire at once.
    if (next) this.#timer = setTimeout(this.#show, Math.min(next.at + GRACE_MS - now, 2 ** 30));
    this.replace(all.filter(({ at }) => at + GRACE_MS > now));
    const past = all.filter(({ at }) => at + GRACE_MS <= now);
    for (const { id } of past) queueMicrotask(() => kept.remove(id));
  };

  readonly #look = (): void => {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => void this.#renew(), SETTLE_MS);
  };

  /** Who has come or gone since: the message is encrypted anew for those who are there now. */
  async #renew(): Promise<void> {
    if (this.#renewing) return;
    this.#renewing = true;
    const { kept, cancel, schedule, membersOf } = this.#inputs;
    for (const { id, roomId, draft, at, delayId, members } of this.getSnapshot()) {
      const now = [...membersOf(roomId)].sort();
      if (at - Date.now() < CLOSE_MS || now.length === 0 || now.join() === members.join()) continue;
      try {
        const next = await schedule(roomId, messageContent(draft), at - Date.now(), crypto.randomUUID());
        const there = kept.getSnapshot().has(id) && (await cancel(delayId));
        if (there) kept.put(id, { roomId, draft, at, delayId: next, members: now });
        else await cancel(next); // it was cancelled meanwhile, or has gone out
      } catch {
        // no line: the older one stands, those who came since learn its key from the keeper
      }
    }
    this.#renewing = false;
  }
}
