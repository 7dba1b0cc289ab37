import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { FewAtATime } from "./fewAtATime.ts";

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

/** SDK internals: taking a bundle in begins with asking for its sender's keys. */
interface BundleTaker {
  maybeAcceptKeyBundle(roomId: string, sender: string): Promise<boolean>;
  readonly outgoingRequestProcessor: { makeOutgoingRequest(request: unknown, ...more: unknown[]): Promise<void> };
}

/** For so long the keeper's keys need not be asked for again: changes of them come with the sync. */
const FRESH_MS = 60_000;
const BUNDLES_AT_A_TIME = 3;

/**
 * A device that is approved gets the past of every room at once: hundreds of bundles. They are taken in a few at a time,
 * and the keys of their one sender are asked for once, not once a room.
 */
export function spareKeyQueries(client: MatrixClient): void {
  const taker = client.getCrypto() as unknown as BundleTaker | undefined;
  if (!taker) return;
  const few = new FewAtATime(BUNDLES_AT_A_TIME);
  const asked = new Map<string, { readonly at: number; readonly done: Promise<void> }>();
  let sender: string | undefined;

  const take = taker.maybeAcceptKeyBundle.bind(taker);
  taker.maybeAcceptKeyBundle = (roomId, from) =>
    few.run(() => {
      sender = from; // the question is put before the first wait
      try {
        return take(roomId, from);
      } finally {
        sender = undefined;
      }
    });

  const processor = taker.outgoingRequestProcessor;
  const make = processor.makeOutgoingRequest.bind(processor);
  processor.makeOutgoingRequest = (request, ...more) => {
    if (sender === undefined) return make(request, ...more); // `more`: how to prove who asks
    const from = sender;
    const known = asked.get(from);
    if (known && Date.now() - known.at < FRESH_MS) return known.done;
    const done = make(request, ...more);
    asked.set(from, { at: Date.now(), done });
    done.catch(() => asked.delete(from));
    return done;
  };
}

/**
 * The next bundle the keeper sends for a room is taken in when it comes. One that came before is left alone: taking it
 * in would end the welcome.
 */
export async function welcomeHistory(client: MatrixClient, roomId: string, keeperUserId: string): Promise<void> {
  const receiver = client.getCrypto() as unknown as BundleReceiver | undefined;
  await receiver?.markRoomAsPendingKeyBundle(roomId, keeperUserId);
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
