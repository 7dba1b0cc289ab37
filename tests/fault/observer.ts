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

  readonly #client: sdk.MatrixClient;
  readonly #roomId: string;
  readonly #bot: string;
  readonly #seen = new Set<string>();

  constructor({ client }: Person, roomId: string, bot: string) {
    this.#client = client;
    this.#roomId = roomId;
    this.#bot = bot;
    client.on(sdk.RoomEvent.Timeline, (event) => {
      const decrypting = event.getDecryptionPromise();
      if (decrypting) void decrypting.then(() => this.#look(event));
      else this.#look(event);
    });
    client.on(sdk.MatrixEventEvent.Decrypted, this.#look);
  }

  /**
   * Reads the room from its end to its beginning, as somebody who scrolls up: an absence leaves gaps in what a sync
   * brings. Not by the SDK's own scrolling: in two runs it left one of several gaps open.
   */
  async readBack(): Promise<void> {
    const mapper = this.#client.getEventMapper({ decrypt: false });
    for (let from: string | null = null, more = true; more; ) {
      const page = await this.#client.createMessagesRequest(this.#roomId, from, 200, sdk.Direction.Backward);
      for (const raw of page.chunk) {
        if (raw.sender !== this.#bot || this.#seen.has(raw.event_id)) continue;
        const event = mapper(raw);
        await this.#client.decryptEventIfNeeded(event);
        this.#look(event);
      }
      from = page.end ?? null;
      more = from !== null && page.chunk.length > 0;
    }
  }

  readonly #look = (event: sdk.MatrixEvent): void => {
    if (event.getRoomId() !== this.#roomId || event.getSender() !== this.#bot) return;
    if (event.getWireType() !== "m.room.encrypted") return;
    this.#index(event);
    if (event.isDecryptionFailure()) this.unreadable.add(event.getId() ?? "");
    else if (event.getType() === "m.room.message") this.#answer(event);
  };

  #answer(event: sdk.MatrixEvent): void {
    const id = event.getId() ?? "";
    this.#seen.add(id);
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
