import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { DecryptionError } from "matrix-js-sdk/lib/common-crypto/CryptoBackend.js";
import { DecryptionFailureCode } from "matrix-js-sdk/lib/crypto-api/index.js";
import { MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { acceptKeeperHistory, trustKeeper } from "./keeperHistory.ts";

const KEEPER = "@_tsunagi_hub:localhost";
const readable = { clearEvent: { type: "m.room.message", content: {} } };

/** An encryption that refuses in strict mode and, when nothing is asked of the sender, says whose key it used. */
function encryption(code: DecryptionFailureCode, keyForwardedBy?: string) {
  const attemptEventDecryption = vi.fn(async () => ({ ...readable, ...(keyForwardedBy ? { keyForwardedBy } : {}) }));
  const decryptEvent = (_event: MatrixEvent): Promise<object> => Promise.reject(new DecryptionError(code, "refused"));
  const crypto = { decryptEvent, eventDecryptor: { attemptEventDecryption } };
  acceptKeeperHistory({ getCrypto: () => crypto } as unknown as MatrixClient);
  return { crypto, attemptEventDecryption };
}

const event = new MatrixEvent({ event_id: "$1", room_id: "!room", type: "m.room.encrypted", content: {} });

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  trustKeeper(KEEPER);
});

describe("history from the keeper", () => {
  it("is read though nothing ties it to its sender's device", async () => {
    const { crypto } = encryption(DecryptionFailureCode.UNKNOWN_SENDER_DEVICE, KEEPER);
    expect(await crypto.decryptEvent(event)).toMatchObject(readable);
  });

  it("is refused when the key came from anybody else, or straight from an unsigned device", async () => {
    const fromOther = encryption(DecryptionFailureCode.UNKNOWN_SENDER_DEVICE, "@mallory:localhost");
    await expect(fromOther.crypto.decryptEvent(event)).rejects.toThrow("refused");
    const direct = encryption(DecryptionFailureCode.UNSIGNED_SENDER_DEVICE);
    await expect(direct.crypto.decryptEvent(event)).rejects.toThrow("refused");
  });

  it("changes nothing where the key is missing or an identity was replaced", async () => {
    for (const code of [
      DecryptionFailureCode.MEGOLM_UNKNOWN_INBOUND_SESSION_ID,
      DecryptionFailureCode.SENDER_IDENTITY_PREVIOUSLY_VERIFIED,
    ]) {
      const { crypto, attemptEventDecryption } = encryption(code, KEEPER);
      await expect(crypto.decryptEvent(event)).rejects.toThrow("refused");
      expect(attemptEventDecryption).not.toHaveBeenCalled();
    }
  });
});
