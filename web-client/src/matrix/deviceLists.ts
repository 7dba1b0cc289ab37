import { ClientEvent, type MatrixClient } from "matrix-js-sdk/lib/client.js";
import { CryptoEvent } from "matrix-js-sdk/lib/crypto-api/index.js";
import type { MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import type { ISyncStateData } from "matrix-js-sdk/lib/sync.js";

/*
 * Messages are read only from devices their owner has signed, so this device must know the others' devices. It keeps
 * them, but a sync that begins anew does not say what changed while the page was closed: that is asked for here.
 */

const TOKEN = "tsunagi.syncToken";
const SAVE_EVERY_MS = 15_000;
/** Synapse's position in a sliding sync: behind the slash stands how far its streams were, `5/s58_224_0_13`. */
const STREAMS = /^\d+\/(?<token>s\d\S*)$/;

/** SDK internals (matrix-js-sdk 43.0.0, pinned): how a sync hands device list changes to the encryption. */
interface ChangeReceiver {
  markAllTrackedUsersAsDirty(): Promise<void>;
  processSyncChanges(changes: {
    readonly toDeviceEvents: readonly never[];
    readonly deviceLists: DeviceChanges;
    /** What is left out has not changed. */
    readonly useMsc4186: true;
  }): Promise<unknown>;
}

interface DeviceChanges {
  readonly changed: string[];
  readonly left: string[];
}

/** What has changed since this device last synced; null when the server cannot say. To be asked before syncing. */
export async function changesWhileAway(client: MatrixClient): Promise<DeviceChanges | null> {
  const token = localStorage.getItem(TOKEN);
  if (!token) return null;
  // The second token is where to stop looking; Synapse looks up to now in any case.
  return client.getKeyChanges(token, token).catch(() => null);
}

/** Tells the encryption; it then asks for what it needs with the next sync. */
export async function catchUpDeviceLists(client: MatrixClient, changes: DeviceChanges | null): Promise<void> {
  const receiver = client.getCrypto() as unknown as ChangeReceiver | undefined;
  if (changes) await receiver?.processSyncChanges({ toDeviceEvents: [], deviceLists: changes, useMsc4186: true });
  else await receiver?.markAllTrackedUsersAsDirty();
}

/**
 * The SDK asks for everybody's devices whenever a sliding sync begins, since the server does not say what changed before.
 * That was asked for when the client was opened; when the server forgets the connection later, it is asked for again.
 */
export function catchUpWhenAnew(client: MatrixClient): void {
  const receiver = client.getCrypto() as unknown as ChangeReceiver | undefined;
  if (!receiver) return;
  const everybody = receiver.markAllTrackedUsersAsDirty.bind(receiver);
  let first = true;
  receiver.markAllTrackedUsersAsDirty = async () => {
    if (first) first = false;
    else {
      const changes = await changesWhileAway(client);
      await (changes ? catchUpDeviceLists(client, changes) : everybody());
    }
  };
}

/** Remembers how far this device has synced. @returns a function that ends it */
export function rememberSyncToken(client: MatrixClient): () => void {
  let savedAt = 0;
  const onSync = (_state: unknown, _before: unknown, data?: ISyncStateData) => {
    const now = Date.now();
    const token = STREAMS.exec(data?.nextSyncToken ?? "")?.groups?.["token"];
    if (!token || now - savedAt < SAVE_EVERY_MS) return;
    savedAt = now;
    localStorage.setItem(TOKEN, token);
  };
  client.on(ClientEvent.Sync, onSync);
  return () => client.off(ClientEvent.Sync, onSync);
}

/** Reads again what could not be read from somebody whose devices have just become known. @returns its end */
export function healWithDevices(client: MatrixClient): () => void {
  const onDevices = (userIds: readonly string[]) => {
    const senders = new Set(userIds);
    readAgain(client, (event) => senders.has(event.getSender() ?? ""));
  };
  client.on(CryptoEvent.DevicesUpdated, onDevices);
  return () => client.off(CryptoEvent.DevicesUpdated, onDevices);
}

/** Tries again to read what could not be read. A failure stands on its event. */
export function readAgain(client: MatrixClient, wanted: (event: MatrixEvent) => boolean = () => true): void {
  const crypto = client.getCrypto() as unknown as Parameters<MatrixEvent["attemptDecryption"]>[0] | undefined;
  if (!crypto) return;
  for (const room of client.getRooms())
    for (const event of room.getLiveTimeline().getEvents())
      if (event.isDecryptionFailure() && wanted(event))
        event.attemptDecryption(crypto, { isRetry: true }).catch(() => undefined);
}
