import {
  CollectStrategy,
  EncryptionAlgorithm,
  EncryptionSettings,
  HistoryVisibility,
  type OlmMachine,
  RoomId,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import type { RequestSender } from "./requestSender.ts";
import { type RoomFacts, type RoomInfo, recipientsOf } from "./roomInfo.ts";
import { SerialByKey } from "./serial.ts";

const VISIBILITY: Readonly<Record<string, HistoryVisibility>> = {
  invited: HistoryVisibility.Invited,
  joined: HistoryVisibility.Joined,
  shared: HistoryVisibility.Shared,
  world_readable: HistoryVisibility.WorldReadable,
};

/** A key shared ahead is used within this time; later its session might have run out. */
const PREPARED_FOR_MS = 10_000;

/**
 * Live keys go to trusted devices only: those signed by an identity the keeper has verified, and those an
 * administrator has approved. The others are told that they are left out.
 */
export const trustedDevicesOnly = (): CollectStrategy => CollectStrategy.deviceBasedStrategy(true, false);

/** Encrypts and sends, one message after another in each room: share, encrypt, send, in the ratchet's order. */
export class GroupEncryption {
  readonly #machine: OlmMachine;
  readonly #sender: RequestSender;
  readonly #rooms: RoomInfo;
  readonly #serial = new SerialByKey();
  /** Rooms where nothing has changed since the key was last shared. */
  readonly #settled = new Set<string>();
  /** When a room's key was shared ahead of its next message. */
  readonly #prepared = new Map<string, number>();
  readonly #tracked = new Set<string>();

  constructor(machine: OlmMachine, sender: RequestSender, rooms: RoomInfo) {
    this.#machine = machine;
    this.#sender = sender;
    this.#rooms = rooms;
  }

  /**
   * Sends an event into an encrypted room.
   * @param transactionId the same id is sent once, also across restarts
   * @returns the event's id
   * @throws Error when the room is not encrypted: nothing of ours goes out in plain text
   */
  send(roomId: string, type: string, content: unknown, transactionId: string): Promise<string> {
    return this.#serial.run(roomId, async () => {
      const facts = await this.#rooms.facts(roomId);
      if (!facts.encryption) throw new Error(`room ${roomId} is not encrypted`);
      if (!this.#takePrepared(roomId)) await this.#share(roomId, facts);
      const encrypted = await this.#machine.encryptRoomEvent(new RoomId(roomId), type, JSON.stringify(content));
      const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/send/m.room.encrypted/${encodeURIComponent(transactionId)}`;
      const { event_id: eventId } = await this.#sender.json<{ event_id: string }>("PUT", path, { body: encrypted });
      return eventId;
    });
  }

  /** Shares the key for the next message now, so that sending it only has to encrypt. */
  prepare(roomId: string): Promise<void> {
    return this.#serial.run(roomId, async () => {
      const facts = await this.#rooms.facts(roomId);
      if (!facts.encryption) return;
      await this.#share(roomId, facts);
      this.#prepared.set(roomId, Date.now());
    });
  }

  /** Prepared for one message, just now, and nothing has changed since. */
  #takePrepared(roomId: string): boolean {
    const at = this.#prepared.get(roomId);
    this.#prepared.delete(roomId);
    return at !== undefined && Date.now() - at < PREPARED_FOR_MS && this.#settled.has(roomId);
  }

  /** Somebody's devices, or who is in a room, may have changed: look again before the next message. */
  unsettle(roomId?: string): void {
    if (roomId) this.#settled.delete(roomId);
    else this.#settled.clear();
  }

  /** Device lists never say "now shares a room": whoever is to get keys is followed from here on. */
  async track(userIds: readonly string[]): Promise<void> {
    const fresh = userIds.filter((id) => !this.#tracked.has(id));
    if (fresh.length === 0) return;
    await this.#machine.updateTrackedUsers(fresh.map((id) => new UserId(id)));
    for (const id of fresh) this.#tracked.add(id);
  }

  async #share(roomId: string, facts: RoomFacts): Promise<void> {
    const recipients = recipientsOf(facts);
    if (!this.#settled.has(roomId)) {
      this.#settled.add(roomId); // a change that comes while we share unsettles it again
      await this.track(recipients);
      await this.#sender.flush();
      await this.#sender.claimSessions(recipients);
    }
    try {
      const users = recipients.map((id) => new UserId(id));
      const requests = await this.#machine.shareRoomKey(new RoomId(roomId), users, settingsFor(facts));
      for (const request of requests) await this.#sender.send(request);
    } catch (error) {
      this.#settled.delete(roomId);
      throw error;
    }
  }
}

function settingsFor({ encryption, historyVisibility }: RoomFacts): EncryptionSettings {
  const settings = new EncryptionSettings();
  settings.algorithm = EncryptionAlgorithm.MegolmV1AesSha2;
  settings.historyVisibility = VISIBILITY[historyVisibility] ?? HistoryVisibility.Shared;
  settings.sharingStrategy = trustedDevicesOnly();
  const { rotation_period_ms: ms, rotation_period_msgs: messages } = encryption ?? {};
  if (typeof ms === "number") settings.rotationPeriod = BigInt(ms) * 1000n;
  if (typeof messages === "number") settings.rotationPeriodMessages = BigInt(messages);
  return settings;
}
