import { ClientEvent } from "matrix-js-sdk/lib/client.js";
import { CryptoEvent } from "matrix-js-sdk/lib/crypto-api/index.js";
import { HttpApiEvent } from "matrix-js-sdk/lib/http-api/interface.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";
import { SyncState } from "matrix-js-sdk/lib/sync.js";
import type { ComparisonPort } from "../session/comparison.ts";
import type { AccountPort, OwnMatrixDevice } from "../session/ports.ts";
import type { Sealed } from "../vault/sealed.ts";
import { startSync } from "./client.ts";
import { compareWith, onComparison } from "./comparison.ts";
import { DelayedSending } from "./delayedSending.ts";
import { healWithDevices, rememberSyncToken } from "./deviceLists.ts";
import { failing } from "./failures.ts";
import { History } from "./history.ts";
import { welcomeHistory } from "./historyBundles.ts";
import { changePassword, cryptoOf, makeIdentity, ownDevices } from "./identity.ts";
import { KeeperRooms } from "./invitations.ts";
import { Media } from "./media.ts";
import { type FeedBatch, MessageFeed } from "./messageFeed.ts";
import type { ConnectionState } from "./models.ts";
import { Outbox } from "./outbox.ts";
import { OwnAccount } from "./ownAccount.ts";
import { ReceiptLog } from "./receiptLog.ts";
import { resendWhenBack } from "./resending.ts";
import { dropLeftRooms, keepRooms, restoreRooms } from "./roomCache.ts";
import { RoomChanges } from "./roomChanges.ts";
import { RoomList } from "./roomList.ts";
import { RoomMarks } from "./roomMarks.ts";
import { RoomTimeline } from "./roomTimeline.ts";
import { Sender } from "./sending.ts";
import { signWithDevice } from "./signing.ts";
import type { RoomWindow } from "./sync/roomWindow.ts";
import type { SlidingClient } from "./sync/slidingClient.ts";

const KEYS_PAUSE_MS = 300;

export interface AccountInputs {
  readonly client: SlidingClient;
  /** Records on this device, encrypted: what waits to be sent. */
  readonly sealed: Sealed;
  /** Deletes everything kept in this browser. */
  readonly wipe: () => Promise<void>;
}

/** An account on this device: proofs and keys for the session, rooms and messages for the rest of the client. */
export class MatrixAccount implements AccountPort {
  readonly userId: string;
  readonly deviceId: string;
  readonly rooms: RoomList;
  readonly sender: Sender;
  readonly media: Media;
  readonly history: History;
  readonly own: OwnAccount;
  readonly delayed: DelayedSending;
  /** Records on this device, encrypted. */
  readonly sealed: Sealed;
  readonly marks: RoomMarks;
  readonly #client: SlidingClient;
  readonly #outbox: Outbox;
  readonly #wipe: () => Promise<void>;
  readonly #changes: RoomChanges;
  readonly #receipts: ReceiptLog;
  readonly #keeperRooms: KeeperRooms;
  readonly #timelines = new Map<string, RoomTimeline>();
  readonly #listeners = new Set<() => void>();
  readonly #ends: (() => void)[] = [];
  #connection: ConnectionState = "starting";
  #window: RoomWindow | undefined;

  constructor({ client, sealed, wipe }: AccountInputs) {
    this.#client = client;
    this.sealed = sealed;
    this.#wipe = wipe;
    this.#outbox = new Outbox(client, sealed);
    this.userId = client.getSafeUserId();
    this.deviceId = client.getDeviceId() ?? "";
    this.#changes = new RoomChanges(client);
    this.#receipts = new ReceiptLog(client);
    this.#keeperRooms = new KeeperRooms(client, () => this.#window?.whole ?? false);
    this.marks = new RoomMarks(client, this.#changes);
    this.rooms = new RoomList(client, this.#changes, this.marks);
    this.sender = new Sender(client, () => !navigator.onLine || this.#connection === "offline");
    this.media = new Media(client);
    this.history = new History(client, this.#changes);
    this.own = new OwnAccount(client);
    this.delayed = new DelayedSending(client);
  }

  /** Shows what is kept, then begins to sync. */
  async start(): Promise<void> {
    this.#client.on(ClientEvent.Sync, this.#onSync);
    this.#client.on(HttpApiEvent.SessionLoggedOut, this.#onLoggedOut);
    this.#receipts.start();
    this.#changes.start();
    const client = this.#client;
    this.#ends.push(this.rooms.start(), resendWhenBack(client), rememberSyncToken(client), healWithDevices(client));
    this.#ends.push(await this.#outbox.start(), keepRooms(client, this.#changes, this.sealed));
    const leaveWhatIsGone = this.#toldLater(await restoreRooms(client, this.sealed));
    const { window, stop } = startSync(this.#client, () => {
      this.#keeperRooms.catchUp();
      leaveWhatIsGone();
    });
    this.#window = window;
    this.#ends.push(stop);
  }

  /** @returns what to do once the server has told every room: those it did not tell one has left meanwhile */
  #toldLater(restored: ReadonlySet<string>): () => void {
    const client = this.#client;
    const told = new Set<string>();
    const onRoom = (room: Room) => void told.add(room.roomId);
    client.on(ClientEvent.Room, onRoom);
    return () => {
      client.off(ClientEvent.Room, onRoom);
      dropLeftRooms(client, restored, told);
    };
  }

  /** Messages of all rooms as they come to be readable. */
  readonly feed = (listener: (batch: FeedBatch) => void): MessageFeed => new MessageFeed(this.#client, listener);

  /** One room's conversation. */
  timeline(roomId: string): RoomTimeline {
    const known = this.#timelines.get(roomId);
    if (known) return known;
    const d = {
      client: this.#client,
      changes: this.#changes,
      receipts: this.#receipts,
      deepen: async (id: string) => this.#window?.deepen(id),
      letFirst: (work: Promise<unknown>) => this.rooms.letFirst(work),
    };
    const timeline = new RoomTimeline(d, roomId);
    this.#timelines.set(roomId, timeline);
    return timeline;
  }

  readonly connection = {
    getSnapshot: (): ConnectionState => this.#connection,
    subscribe: (listener: () => void): (() => void) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };

  async ownDeviceKey(): Promise<string> {
    return (await cryptoOf(this.#client).getOwnDeviceKeys()).ed25519;
  }

  async waitForDeviceKeys(signal: AbortSignal): Promise<void> {
    while (!(await this.#keysArePublished())) {
      signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, KEYS_PAUSE_MS));
      signal.throwIfAborted();
    }
  }

  async #keysArePublished(): Promise<boolean> {
    const { device_keys: keys } = await failing(() => this.#client.downloadKeysForUsers([this.userId]));
    return keys[this.userId]?.[this.deviceId] !== undefined;
  }

  async openIdToken(): Promise<string> {
    return (await failing(() => this.#client.getOpenIdToken())).access_token;
  }

  signProof(text: string): Promise<string> {
    return failing(() => signWithDevice(this.#client, text));
  }

  changePassword(current: string, next: string): Promise<void> {
    return failing(() => changePassword(this.#client, current, next));
  }

  makeIdentity(password: string): Promise<void> {
    return failing(() => makeIdentity(this.#client, password));
  }

  masterKey(): Promise<string | null> {
    return failing(() => cryptoOf(this.#client).getCrossSigningKeyId());
  }

  readonly ownDevices = (): Promise<readonly OwnMatrixDevice[]> => failing(() => ownDevices(this.#client));

  /** Devices of one's own have come, gone or been approved. @returns unsubscribe */
  readonly onDevicesChanged = (listener: () => void): (() => void) => {
    const onUsers = (userIds: readonly string[]) => {
      if (userIds.includes(this.userId)) listener();
    };
    this.#client.on(CryptoEvent.DevicesUpdated, onUsers);
    return () => this.#client.off(CryptoEvent.DevicesUpdated, onUsers);
  };

  async canCrossSign(): Promise<boolean> {
    const { privateKeysCachedLocally: keys } = await cryptoOf(this.#client).getCrossSigningStatus();
    return keys.selfSigningKey;
  }

  compareWith(deviceId: string): ComparisonPort {
    return compareWith(this.#client, deviceId);
  }

  onComparison(listener: (comparison: ComparisonPort) => void): () => void {
    return onComparison(this.#client, listener);
  }

  crossSign(deviceId: string): Promise<void> {
    return failing(() => cryptoOf(this.#client).crossSignDevice(deviceId));
  }

  becomeReady(keeperUserId: string): void {
    this.#keeperRooms.becomeReady(keeperUserId);
  }

  /** Takes in a room's keys when the keeper hands them on the next time. */
  welcomeHistory(roomId: string, keeperUserId: string): Promise<void> {
    return welcomeHistory(this.#client, roomId, keeperUserId);
  }

  onEnded(listener: () => void): () => void {
    return this.connection.subscribe(() => {
      if (this.#connection === "signedOut") listener();
    });
  }

  async signOut(): Promise<void> {
    this.#detach();
    // Without an answer the server keeps the device until its owner ends it elsewhere; here nothing stays in any case.
    await this.#client.logout(true).catch(() => undefined);
    await this.#wipe();
  }

  async stop(): Promise<void> {
    this.#detach();
    this.#client.stopClient();
  }

  #detach(): void {
    this.#client.off(ClientEvent.Sync, this.#onSync);
    this.#client.off(HttpApiEvent.SessionLoggedOut, this.#onLoggedOut);
    this.#keeperRooms.stop();
    this.#changes.stop();
    this.#receipts.stop();
    for (const end of this.#ends.splice(0)) end();
  }

  readonly #onSync = (state: SyncState): void => {
    if (state === SyncState.Prepared || state === SyncState.Syncing) this.#become("online");
    else if (state === SyncState.Reconnecting || state === SyncState.Error) this.#become("offline");
  };

  readonly #onLoggedOut = (): void => this.#become("signedOut");

  #become(state: ConnectionState): void {
    if (state === this.#connection || this.#connection === "signedOut") return;
    this.#connection = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
