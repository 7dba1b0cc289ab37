import { type Draft, EMPTY_DRAFT, isEmpty, sameDraft } from "./draft.ts";

interface Kept {
  getSnapshot(): ReadonlyMap<string, Draft>;
  subscribe(listener: () => void): () => void;
  put(id: string, draft: Draft): void;
  remove(id: string): void;
}

/** What was begun in each room: kept on this device at once, on one's other devices after a pause. */
export class Drafts {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  of(roomId: string): Draft {
    return this.#kept.getSnapshot().get(roomId) ?? EMPTY_DRAFT;
  }

  keep(roomId: string, { text, askAck, urgent, replyTo, mentions }: Draft): void {
    const draft: Draft = { text, askAck, urgent, replyTo, mentions };
    if (sameDraft(draft, this.of(roomId))) return;
    if (isEmpty(draft)) this.#kept.remove(roomId);
    else this.#kept.put(roomId, draft);
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);
}
