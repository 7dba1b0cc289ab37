import { hkdfSync, randomInt } from "node:crypto";
import { DeviceId, initAsync, OlmMachine, StoreHandle, UserId } from "@matrix-org/matrix-sdk-crypto-wasm";
import { MatrixError } from "../matrix/errors.ts";
import type { MatrixEvent } from "../matrix/events.ts";
import type { Homeserver } from "../matrix/homeserver.ts";
import { ensureCrossSigning } from "./crossSigning.ts";
import { type Decryption, decrypt } from "./decryption.ts";
import { type BotMemory, Drain, type Drained, type EventKeeper, type ReceiptKeeper } from "./drain.ts";
import { GroupEncryption } from "./groupEncryption.ts";
import { HistorySharing } from "./history.ts";
import { Incoming, type Transaction } from "./incoming.ts";
import { KeyBackup } from "./keyBackup.ts";
import { type BotIdentity, RequestSender } from "./requestSender.ts";
import { RoomInfo } from "./roomInfo.ts";
import { Trust } from "./trust.ts";

export interface BotOptions {
  readonly homeserver: Homeserver;
  readonly userId: string;
  readonly displayName: string;
  /** 32 bytes of the secret settings; everything the bot keeps is encrypted with keys made from it. */
  readonly storeKey: Uint8Array;
  /** Names of the databases the durable IndexedDB found on disk. */
  readonly databasesOnDisk: readonly string[];
  readonly memory: BotMemory;
  readonly keeper: EventKeeper & ReceiptKeeper;
  readonly hooks: BotHooks;
}

export interface BotHooks {
  /** Keys of these Megolm sessions have come. */
  onRoomKeys(sessionIds: readonly string[]): void;
  /** Devices or identities of these users have changed. */
  onUsersChanged(userIds: readonly string[]): void;
  onUndecryptableToDevice(sender: string): void;
}

const DEVICE_ID = "device_id";
/** "yes" from the moment an empty store is met until all keys are read back, across any crash. */
const RESTORING = "restoring";

/** One bot that takes part in encrypted rooms, fed by appservice transactions. */
export class EncryptedBot {
  readonly identity: BotIdentity;
  readonly rooms: RoomInfo;
  readonly trust: Trust;
  readonly history: HistorySharing;
  readonly backup: KeyBackup;
  /** The key store was empty: a first start, or it was lost. */
  readonly storeWasEmpty: boolean;
  readonly #machine: OlmMachine;
  readonly #sender: RequestSender;
  readonly #incoming: Incoming;
  readonly #drain: Drain;
  readonly #group: GroupEncryption;
  readonly #options: BotOptions;

  private constructor(machine: OlmMachine, identity: BotIdentity, options: BotOptions, storeWasEmpty: boolean) {
    const { homeserver, memory, keeper, hooks, storeKey } = options;
    this.#machine = machine;
    this.#options = options;
    this.identity = identity;
    this.storeWasEmpty = storeWasEmpty;
    this.#sender = new RequestSender(machine, homeserver, identity);
    this.rooms = new RoomInfo(this.#sender);
    this.trust = new Trust(machine, this.#sender);
    this.#group = new GroupEncryption(machine, this.#sender, this.rooms);
    this.history = new HistorySharing(machine, this.#sender, homeserver, this.trust, identity);
    this.backup = new KeyBackup(machine, this.#sender, storeKey);
    this.#incoming = new Incoming(machine, identity, {
      onDeviceChange: () => this.#group.unsettle(),
      onUndecryptable: hooks.onUndecryptableToDevice,
    });
    this.#drain = new Drain(this.#sender, this.#incoming, memory, keeper);
  }

  /** Makes the account and device if needed and opens the key store. Nothing is fetched yet: see `catchUp`. */
  static async open(options: BotOptions): Promise<EncryptedBot> {
    await initAsync();
    const { homeserver, userId, storeKey, databasesOnDisk } = options;
    await register(homeserver, userId);
    const storeName = `bot:${userId}`;
    const storeWasEmpty = !databasesOnDisk.some((name) => name.startsWith(storeName));
    const deviceId = await chooseDevice(options, storeWasEmpty);
    const key = new Uint8Array(hkdfSync("sha256", storeKey, new Uint8Array(), "tsunagi crypto store v1", 32));
    const handle = await StoreHandle.openWithKey(storeName, key);
    const machine = await OlmMachine.initFromStore(new UserId(userId), new DeviceId(deviceId), handle);
    const bot = new EncryptedBot(machine, { userId, deviceId }, options, storeWasEmpty);
    await bot.#listen();
    return bot;
  }

  /** After every start: own keys up, own identity there, and whatever was missed while away. */
  async catchUp(): Promise<Drained> {
    const { memory, storeKey } = this.#options;
    await this.#sender.flush();
    await ensureCrossSigning(this.#machine, this.#sender, memory, storeKey);
    await this.backup.enable();
    if ((await memory.read(RESTORING)) === "yes") {
      await this.backup.restore();
      await memory.write(RESTORING, "no");
    }
    await this.#machine.markAllTrackedUsersAsDirty();
    const drained = await this.drain();
    await this.#sender.flush();
    return drained;
  }

  /** The encryption half of a transaction, on disk when this resolves. */
  async receive(transaction: Transaction): Promise<void> {
    await this.#incoming.receive(transaction);
  }

  /** Sends what the machine has to say. */
  flush(): Promise<void> {
    return this.#sender.flush();
  }

  /** Fetches what was not pushed. */
  drain(): Promise<Drained> {
    return this.#drain.run();
  }

  decrypt(event: MatrixEvent): Promise<Decryption> {
    return decrypt(this.#machine, event);
  }

  /** Sends a message, encrypted. @returns the event's id */
  send(roomId: string, content: unknown, transactionId: string): Promise<string> {
    return this.#group.send(roomId, "m.room.message", content, transactionId);
  }

  /** Shares the room's key ahead of the next message, in the background; what fails here is done again then. */
  prepare(roomId: string): void {
    this.#group.prepare(roomId).catch(() => undefined);
  }

  /** A state event has come: who is in the room, how it is encrypted. */
  async onState(event: MatrixEvent): Promise<void> {
    await this.rooms.apply(event);
    this.#group.unsettle(event.room_id);
  }

  /** Follows somebody's devices and identity from now on. */
  track(userIds: readonly string[]): Promise<void> {
    return this.#group.track(userIds);
  }

  /** Before the next message in any room, devices are looked at again. */
  unsettle(): void {
    this.#group.unsettle();
  }

  close(): void {
    this.backup.stop();
    this.#machine.close();
  }

  async #listen(): Promise<void> {
    const { hooks } = this.#options;
    this.#machine.registerRoomKeyUpdatedCallback(async (keys) => {
      this.backup.uploadSoon();
      hooks.onRoomKeys(keys.map((key) => key.sessionId));
    });
    this.#machine.registerDevicesUpdatedCallback(async (userIds) => {
      this.#group.unsettle();
      hooks.onUsersChanged(userIds);
    });
    this.#machine.registerUserIdentityUpdatedCallback(async (userId) => hooks.onUsersChanged([userId.toString()]));
    await this.#group.track([...(await this.#machine.trackedUsers())].map((id) => id.toString()));
  }
}

async function register(homeserver: Homeserver, userId: string): Promise<void> {
  const username = userId.slice(1, userId.indexOf(":"));
  const body = { type: "m.login.application_service", username, inhibit_login: true };
  try {
    await homeserver.json("POST", "/_matrix/client/v3/register", { body });
  } catch (error) {
    if (!(error instanceof MatrixError && error.errcode === "M_USER_IN_USE")) throw error;
  }
}

/**
 * A device belongs to one key store. A new store gets a new device: reusing the old id would end in refused one-time
 * keys. The device that was lost with its store is deleted.
 */
async function chooseDevice(options: BotOptions, storeWasEmpty: boolean): Promise<string> {
  const { homeserver, userId, memory, displayName } = options;
  const known = await memory.read(DEVICE_ID);
  const fresh = storeWasEmpty || !known;
  const deviceId = fresh ? newDeviceId() : known;
  const path = (id: string) => `/_matrix/client/v3/devices/${encodeURIComponent(id)}`;
  await homeserver.json("PUT", path(deviceId), { body: { display_name: displayName }, as: { userId } });
  if (!fresh) return deviceId;
  await memory.write(RESTORING, "yes");
  await memory.write(DEVICE_ID, deviceId);
  if (known) await homeserver.json("DELETE", path(known), { body: {}, as: { userId } });
  return deviceId;
}

const newDeviceId = (): string =>
  `HUB${Array.from({ length: 10 }, () => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[randomInt(32)]).join("")}`;
