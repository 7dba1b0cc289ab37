import { CollectStrategy, type OlmMachine, RoomId, UserId } from "@matrix-org/matrix-sdk-crypto-wasm";
import type { Homeserver } from "../matrix/homeserver.ts";
import type { BotIdentity, RequestSender } from "./requestSender.ts";
import type { Trust } from "./trust.ts";

/**
 * Gives a room's past to those who join and to new devices (MSC4268): all keys the bot has of the room in one
 * encrypted file, its key by to-device message to trusted devices only.
 */
export class HistorySharing {
  readonly #machine: OlmMachine;
  readonly #sender: RequestSender;
  readonly #homeserver: Homeserver;
  readonly #trust: Trust;
  readonly #as: BotIdentity;

  constructor(machine: OlmMachine, sender: RequestSender, homeserver: Homeserver, trust: Trust, as: BotIdentity) {
    this.#machine = machine;
    this.#sender = sender;
    this.#homeserver = homeserver;
    this.#trust = trust;
    this.#as = as;
  }

  /** @returns ids of the devices that got it; none when nobody there is trusted or the room has no past */
  async share(roomId: string, userId: string): Promise<string[]> {
    const { devices } = await this.#trust.inspect(userId, true);
    const trusted = devices.filter((device) => device.trusted);
    if (trusted.length === 0) return [];
    const bundle = await this.#machine.buildRoomKeyBundle(new RoomId(roomId));
    const info = bundle?.mediaEncryptionInfo;
    if (!bundle || !info) return [];
    const uri = await this.#upload(bundle.encryptedData);
    await this.#sender.claimSessions([userId]);
    const room = new RoomId(roomId);
    const requests = await this.#machine.shareRoomKeyBundleData(
      new UserId(userId),
      room,
      uri,
      info,
      CollectStrategy.onlyTrustedDevices(),
    );
    const receivers = new Set<string>();
    for (const request of requests) {
      const { messages } = JSON.parse(request.body) as { messages: Record<string, Record<string, unknown>> };
      for (const device of Object.keys(messages[userId] ?? {})) receivers.add(device);
      await this.#sender.send(request);
    }
    return trusted.map((device) => device.deviceId).filter((device) => receivers.has(device));
  }

  async #upload(bytes: Uint8Array): Promise<string> {
    const { userId } = this.#as;
    const response = await this.#homeserver.json<{ content_uri: string }>("POST", "/_matrix/media/v3/upload", {
      bytes,
      as: { userId },
    });
    return response.content_uri;
  }
}
