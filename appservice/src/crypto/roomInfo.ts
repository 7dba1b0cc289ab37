import type { MatrixEvent } from "../matrix/events.ts";
import type { RequestSender } from "./requestSender.ts";

/** What encryption needs to know of a room. */
export interface RoomFacts {
  /** Content of m.room.encryption; once set it is never taken back. */
  encryption: Readonly<Record<string, unknown>> | null;
  historyVisibility: string;
  readonly members: Map<string, string>;
}

/** Room state as far as encryption needs it: read when first asked for, kept current by the events that come. */
export class RoomInfo {
  readonly #sender: RequestSender;
  readonly #rooms = new Map<string, Promise<RoomFacts>>();

  constructor(sender: RequestSender) {
    this.#sender = sender;
  }

  /** @throws MatrixError when the bot may not see the room */
  facts(roomId: string): Promise<RoomFacts> {
    const known = this.#rooms.get(roomId);
    if (known) return known;
    const loading = this.#load(roomId);
    this.#rooms.set(roomId, loading);
    loading.catch(() => this.#rooms.delete(roomId));
    return loading;
  }

  /** A state event has come. */
  async apply(event: MatrixEvent): Promise<void> {
    const facts = await this.#rooms.get(event.room_id)?.catch(() => undefined);
    if (facts) applyState(facts, event);
  }

  /** Read anew next time: something may have been missed. */
  forget(roomId: string): void {
    this.#rooms.delete(roomId);
  }

  async #load(roomId: string): Promise<RoomFacts> {
    const facts: RoomFacts = { encryption: null, historyVisibility: "shared", members: new Map() };
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/state`;
    for (const event of await this.#sender.json<MatrixEvent[]>("GET", path)) applyState(facts, event);
    return facts;
  }
}

function applyState(facts: RoomFacts, { type, state_key: key, content }: MatrixEvent): void {
  if (type === "m.room.member" && key !== undefined) facts.members.set(key, String(content["membership"]));
  if (key !== "") return;
  if (type === "m.room.encryption" && content["algorithm"]) facts.encryption = content;
  if (type === "m.room.history_visibility") facts.historyVisibility = String(content["history_visibility"] ?? "shared");
}

/** Who gets the room's keys: members, and those invited unless history begins with joining. */
export const recipientsOf = ({ members, historyVisibility }: RoomFacts): string[] =>
  [...members]
    .filter(([, membership]) => membership === "join" || (membership === "invite" && historyVisibility !== "joined"))
    .map(([userId]) => userId);
