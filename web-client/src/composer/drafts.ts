export interface Draft {
  readonly text: string;
  readonly askAck: boolean;
}

const EMPTY: Draft = { text: "", askAck: false };

/** What was begun in each room, kept while the page is open: leaving a room loses nothing. Never written to the device. */
export class Drafts {
  readonly #byRoom = new Map<string, Draft>();

  of(roomId: string): Draft {
    return this.#byRoom.get(roomId) ?? EMPTY;
  }

  keep(roomId: string, draft: Draft): void {
    if (draft.text === "" && !draft.askAck) this.#byRoom.delete(roomId);
    else this.#byRoom.set(roomId, draft);
  }
}
