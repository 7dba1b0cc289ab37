import { PendingEventOrdering } from "matrix-js-sdk/lib/client.js";
import { OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";
import { SlidingSync, SlidingSyncEvent, SlidingSyncState } from "matrix-js-sdk/lib/sliding-sync.js";
import { MemoryStore } from "matrix-js-sdk/lib/store/memory.js";
import { MatrixFailure } from "../session/ports.ts";
import { catchUpDeviceLists, catchUpWhenAnew, changesWhileAway } from "./deviceLists.ts";
import { spareKeyQueries } from "./historyBundles.ts";
import { acceptKeeperHistory } from "./keeperHistory.ts";
import { type KeptAccount, storeNames, storePrefix } from "./keptAccount.ts";
import { fetchOffered } from "./notOffered.ts";
import { quietLogger, silenceSdk } from "./quietLogger.ts";
import { sendScheduler } from "./sendScheduler.ts";
import { askFirst } from "./sync/firstAnswer.ts";
import { sayLastThatItIsDone } from "./sync/inOrder.ts";
import { resume } from "./sync/resume.ts";
import { firstLists, OPEN_ROOM, RoomWindow } from "./sync/roomWindow.ts";
import { SlidingClient } from "./sync/slidingClient.ts";

/**
 * A client with its encryption ready, not syncing yet. Keys go only to devices their owner has signed, and only such
 * devices are read: a stolen password alone hears nothing.
 * @param storageKey 32 bytes, the key of the message keys' store
 * @param fresh right after signing in, when there is no store yet
 * @throws MatrixFailure storeLost when the kept keys are gone: the device must sign in anew
 */
export async function openClient(
  account: KeptAccount,
  { fresh, storageKey }: { fresh: boolean; storageKey: Uint8Array },
): Promise<SlidingClient> {
  silenceSdk();
  const prefix = storePrefix(account);
  if (!fresh && !(await hasStore(prefix))) throw new MatrixFailure("storeLost");
  const client = new SlidingClient({
    baseUrl: location.origin,
    ...account,
    store: new MemoryStore({}),
    scheduler: sendScheduler(),
    logger: quietLogger,
    fetchFn: fetchOffered,
    disableVoip: true,
  });
  // What the line has to bring comes while the encryption is being loaded.
  client.firstAnswer = askFirst(account);
  client.getVersions().catch(() => undefined); // kept by the SDK, which asks again if this fails
  const changes = fresh ? undefined : changesWhileAway(client);
  try {
    await client.initRustCrypto({ cryptoDatabasePrefix: prefix, storageKey });
  } catch (error) {
    throw new MatrixFailure("storeLost", "", { cause: error });
  }
  if (changes) await catchUpDeviceLists(client, await changes);
  client.getCrypto()?.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
  acceptKeeperHistory(client);
  catchUpWhenAnew(client);
  spareKeyQueries(client);
  return client;
}

/** How long the server keeps a request for news when there are none. */
const POLL_MS = 30_000;

/**
 * Begins to sync. Lazy members: a room's people come with their messages, and whole when the room is opened.
 * @param onWhole told once, when every room is there
 */
export function startSync(client: SlidingClient, onWhole: () => void): { window: RoomWindow; stop: () => void } {
  const sync = new SlidingSync(client.baseUrl, firstLists(), OPEN_ROOM, client, POLL_MS);
  sayLastThatItIsDone(sync);
  client.onUnreached = (error) => sync.emit(SlidingSyncEvent.Lifecycle, SlidingSyncState.RequestFinished, null, error);
  const window = new RoomWindow(sync, onWhole);
  window.start();
  const endResuming = resume(sync, POLL_MS);
  void client.startClient({
    slidingSync: sync,
    lazyLoadMembers: true,
    pendingEventOrdering: PendingEventOrdering.Detached,
    disablePresence: true,
  });
  return {
    window,
    stop: () => {
      window.stop();
      endResuming();
    },
  };
}

/** Whether the browser still has the databases: it may have cleared them to make room. */
async function hasStore(prefix: string): Promise<boolean> {
  if (typeof indexedDB.databases !== "function") return true; // old Firefox cannot say
  const names = (await indexedDB.databases()).map(({ name }) => name);
  return storeNames(prefix).some((name) => names.includes(name));
}
