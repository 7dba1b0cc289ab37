import { ClientEvent, type MatrixClient } from "matrix-js-sdk/lib/client.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";
import { SyncState } from "matrix-js-sdk/lib/sync.js";
import { isStuck } from "./stuck.ts";

const EVERY_MS = 10_000;

/**
 * Sends what got stuck as soon as the server can be reached again, oldest first: when the browser says so, when syncing
 * goes on, and every few seconds besides, because on one bar of signal neither may tell. Each message keeps its
 * transaction id, so that one the server did get is not doubled.
 * @returns a function that ends it
 */
export function resendWhenBack(client: MatrixClient): () => void {
  let busy = false;
  const attempt = () => {
    if (busy || !navigator.onLine) return;
    busy = true;
    resendAll(client).finally(() => {
      busy = false;
    });
  };
  const onSync = (state: SyncState, before: SyncState | null) => {
    if (state === SyncState.Syncing && before !== SyncState.Syncing) attempt();
  };
  const timer = setInterval(attempt, EVERY_MS);
  client.on(ClientEvent.Sync, onSync);
  addEventListener("online", attempt);
  return () => {
    clearInterval(timer);
    client.off(ClientEvent.Sync, onSync);
    removeEventListener("online", attempt);
  };
}

async function resendAll(client: MatrixClient): Promise<void> {
  for (const room of client.getRooms()) await resendRoom(client, room);
}

/** Stops at the first that fails again: order matters more than speed. */
async function resendRoom(client: MatrixClient, room: Room): Promise<void> {
  if (!room.hasEncryptionStateEvent()) return; // not all of the room is there yet: it would leave in plain text
  for (const event of room.getPendingEvents().filter(isStuck)) {
    try {
      await client.resendEvent(event, room);
    } catch {
      return; // it stands as not sent, and the next return of the line tries again
    }
  }
}
