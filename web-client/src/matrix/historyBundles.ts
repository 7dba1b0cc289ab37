import type { MatrixClient } from "matrix-js-sdk/lib/client.js";

/**
 * The one place that touches how the SDK takes in a room's past (MSC4268).
 *
 * SDK internals (matrix-js-sdk 43.0.0, pinned): `markRoomAsPendingKeyBundle` and `maybeAcceptKeyBundle` of the crypto
 * backend. The SDK calls them itself when a room is joined from an invitation; a device that is approved later has
 * been in the room all along, so that nobody calls them. Marking says "a bundle from this sender is welcome here" for
 * 24 hours; the SDK then takes it in when it comes.
 */
interface BundleReceiver {
  markRoomAsPendingKeyBundle(roomId: string, sender: string): Promise<void>;
  maybeAcceptKeyBundle(roomId: string, sender: string): Promise<boolean>;
}

/** Expects the keeper's bundle for a room and takes it in if it is here already. Failing is not fatal: it stays expected. */
export async function expectHistory(client: MatrixClient, roomId: string, keeperUserId: string): Promise<void> {
  const receiver = client.getCrypto() as unknown as BundleReceiver | undefined;
  if (!receiver) return;
  try {
    await receiver.markRoomAsPendingKeyBundle(roomId, keeperUserId);
    await receiver.maybeAcceptKeyBundle(roomId, keeperUserId);
  } catch {
    // the download failed, or the client was stopped: the room stays marked, the next start asks again
  }
}
