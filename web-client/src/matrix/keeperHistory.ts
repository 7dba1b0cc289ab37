import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { DecryptionError, type EventDecryptionResult } from "matrix-js-sdk/lib/common-crypto/CryptoBackend.js";
import {
  AllDevicesIsolationMode,
  DecryptionFailureCode,
  type DeviceIsolationMode,
} from "matrix-js-sdk/lib/crypto-api/index.js";
import type { MatrixEvent } from "matrix-js-sdk/lib/models/event.js";

/*
 * The past that the keeper hands on cannot be tied to its senders' devices: that is what the keeper vouches for. In
 * strict mode the encryption shows it at first and then refuses it, as soon as it learns of a sender's devices (the
 * crypto library sets such keys back to "unknown device", matrix-sdk-crypto `update_sender_data_for_session`). So:
 * strict for everything, except for keys that came from the keeper.
 */

const KEEPER = "tsunagi.keeper";

/** SDK internals (matrix-js-sdk 43.0.0, pinned): what decrypts an event, and with which trust. */
interface Decrypting {
  decryptEvent(event: MatrixEvent): Promise<EventDecryptionResult>;
  readonly eventDecryptor: {
    attemptEventDecryption(event: MatrixEvent, mode: DeviceIsolationMode): Promise<EventDecryptionResult>;
  };
}

/** Whose word counts for the past. Kept, so that a start needs no answer from the hub to read. */
export const trustedKeeper = (): string | null => localStorage.getItem(KEEPER);

export function trustKeeper(userId: string): void {
  localStorage.setItem(KEEPER, userId);
}

const REFUSED: ReadonlySet<DecryptionFailureCode> = new Set([
  DecryptionFailureCode.UNKNOWN_SENDER_DEVICE,
  DecryptionFailureCode.UNSIGNED_SENDER_DEVICE,
]);

/** Lets messages be read whose keys came from the keeper, though nothing ties them to a device. */
export function acceptKeeperHistory(client: MatrixClient): void {
  const crypto = client.getCrypto() as unknown as Decrypting | undefined;
  if (!crypto) return;
  const strictly = crypto.decryptEvent.bind(crypto);
  crypto.decryptEvent = async (event) => {
    try {
      return await strictly(event);
    } catch (error) {
      const keeper = trustedKeeper();
      if (!keeper || !(error instanceof DecryptionError) || !REFUSED.has(error.code)) throw error;
      const result = await crypto.eventDecryptor.attemptEventDecryption(event, new AllDevicesIsolationMode(false));
      if (result.keyForwardedBy === keeper) return result;
      throw error;
    }
  };
}
