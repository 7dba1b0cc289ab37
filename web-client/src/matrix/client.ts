import { MatrixClient, PendingEventOrdering } from "matrix-js-sdk/lib/client.js";
import { OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";
import { MemoryStore } from "matrix-js-sdk/lib/store/memory.js";
import { MatrixFailure } from "../session/ports.ts";
import { catchUpDeviceLists, changesWhileAway } from "./deviceLists.ts";
import { acceptKeeperHistory } from "./keeperHistory.ts";
import { type KeptAccount, storeNames, storePrefix } from "./keptAccount.ts";
import { fetchOffered } from "./notOffered.ts";
import { quietLogger, silenceSdk } from "./quietLogger.ts";
import { sendScheduler } from "./sendScheduler.ts";

/** Events of each room in the first answer: enough for the list and a screenful, small enough for a weak line. */
const INITIAL_EVENTS = 30;

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
): Promise<MatrixClient> {
  silenceSdk();
  const prefix = storePrefix(account);
  if (!fresh && !(await hasStore(prefix))) throw new MatrixFailure("storeLost");
  const client = new MatrixClient({
    baseUrl: location.origin,
    ...account,
    store: new MemoryStore({}),
    scheduler: sendScheduler(),
    logger: quietLogger,
    fetchFn: fetchOffered,
    disableVoip: true,
  });
  const changes = fresh ? undefined : changesWhileAway(client);
  try {
    await client.initRustCrypto({ cryptoDatabasePrefix: prefix, storageKey });
  } catch (error) {
    throw new MatrixFailure("storeLost", "", { cause: error });
  }
  if (changes) await catchUpDeviceLists(client, await changes);
  client.getCrypto()?.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
  acceptKeeperHistory(client);
  return client;
}

const STARTS = "tsunagi.starts";
const VARIANTS = 20;

/**
 * Synapse answers the same first sync from its cache for two minutes: after a reload the newest messages and receipts
 * would be missing until the next one. A number of events that changes with every start makes it another sync.
 */
function initialEvents(): number {
  const start = (Number(localStorage.getItem(STARTS)) + 1) % VARIANTS;
  localStorage.setItem(STARTS, String(start));
  return INITIAL_EVENTS + start;
}

/** Begins to sync. Lazy members: a room's people come with their messages, and whole when the room is opened. */
export function startSync(client: MatrixClient): Promise<void> {
  return client.startClient({
    initialSyncLimit: initialEvents(),
    lazyLoadMembers: true,
    pendingEventOrdering: PendingEventOrdering.Detached,
    disablePresence: true,
  });
}

/** Whether the browser still has the databases: it may have cleared them to make room. */
async function hasStore(prefix: string): Promise<boolean> {
  if (typeof indexedDB.databases !== "function") return true; // old Firefox cannot say
  const names = (await indexedDB.databases()).map(({ name }) => name);
  return storeNames(prefix).some((name) => names.includes(name));
}
