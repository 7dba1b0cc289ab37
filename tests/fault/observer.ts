import * as sdk from "matrix-js-sdk";
import type { Person } from "../env/person.ts";

/** What one person's device sees of the bot's answers. */
export class Observer {
  /** Ids of the answers by the event they answer. */
  readonly answers = new Map<string, Set<string>>();
  readonly unreadable = new Set<string>();
  /** Which event used which message index of which session. */
  readonly indexes = new Map<string, string>();
  reused = 0;

  constructor(person: Person, roomId: string, bot: string) {
    const look = (event: sdk.MatrixEvent) => {
      if (event.getRoomId() !== roomId || event.getSender() !== bot || event.getWireType() !== "m.room.encrypted")
        return;
      this.#index(event);
      if (event.isDecryptionFailure()) this.unreadable.add(event.getId() ?? "");
      else if (event.getType() === "m.room.message") this.#answer(event);
    };
    person.client.on(sdk.RoomEvent.Timeline, (event) => {
      const decrypting = event.getDecryptionPromise();
      if (decrypting) void decrypting.then(() => look(event));
      else look(event);
    });
    person.client.on(sdk.MatrixEventEvent.Decrypted, look);
  }

  #answer(event: sdk.MatrixEvent): void {
    const id = event.getId() ?? "";
    this.unreadable.delete(id);
    const relation = event.getContent()["m.relates_to"] as { "m.in_reply_to"?: { event_id?: string } } | undefined;
    const asked = relation?.["m.in_reply_to"]?.event_id;
    if (asked) this.answers.set(asked, (this.answers.get(asked) ?? new Set()).add(id));
  }

  #index(event: sdk.MatrixEvent): void {
    const { session_id: session, ciphertext } = event.getWireContent() as { session_id: string; ciphertext: string };
    const key = `${session}:${messageIndex(ciphertext)}`;
    const earlier = this.indexes.get(key);
    if (earlier && earlier !== event.getId()) this.reused += 1;
    this.indexes.set(key, event.getId() ?? "");
  }
}

/** The ratchet's index of a Megolm message: version byte, then field 1 as a variable-length number. */
export function messageIndex(ciphertext: string): number {
  const bytes = Buffer.from(ciphertext, "base64");
  let value = 0;
  for (let i = 2, shift = 0; ; i += 1, shift += 7) {
    const byte = bytes[i] ?? 0;
    value |= (byte & 0x7f) << shift;
    if ((byte & 0x80) === 0) return value;
  }
}
