import {
  DecryptionErrorCode,
  DecryptionSettings,
  DeviceId,
  MegolmDecryptionError,
  type OlmMachine,
  RoomId,
  TrustRequirement,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import type { MatrixEvent } from "../matrix/events.ts";

export interface DecryptedEvent {
  readonly event: MatrixEvent;
  /** The sending device is one the keeper trusts now; commands from others are not run. */
  readonly trusted: boolean;
}

/** Why an event cannot be read: its key has not come (it may yet), or it never will. */
export type Undecryptable = { readonly missingKey: string } | { readonly reason: string };

export type Decryption = DecryptedEvent | Undecryptable;

/** @returns the plain event, or why not; the session id when only the key is missing */
export async function decrypt(machine: OlmMachine, event: MatrixEvent): Promise<Decryption> {
  const settings = new DecryptionSettings(TrustRequirement.Untrusted);
  try {
    const decrypted = await machine.decryptRoomEvent(JSON.stringify(event), new RoomId(event.room_id), settings);
    const plain = JSON.parse(decrypted.event) as Pick<MatrixEvent, "type" | "content">;
    const trusted = await isTrusted(machine, decrypted.sender.toString(), decrypted.senderDevice?.toString());
    return { event: { ...event, type: plain.type, content: withRelation(plain.content, event) }, trusted };
  } catch (error) {
    if (!(error instanceof MegolmDecryptionError)) throw error;
    const { session_id: sessionId } = event.content as { session_id?: unknown };
    const missing =
      error.code === DecryptionErrorCode.MissingRoomKey || error.code === DecryptionErrorCode.UnknownMessageIndex;
    if (missing && typeof sessionId === "string") return { missingKey: sessionId };
    return { reason: error.description };
  }
}

async function isTrusted(machine: OlmMachine, userId: string, deviceId: string | undefined): Promise<boolean> {
  if (!deviceId) return false;
  const device = await machine.getDevice(new UserId(userId), new DeviceId(deviceId));
  return device?.isVerified() ?? false;
}

/** Relations stand outside the encryption; clients put them back in. */
function withRelation(
  content: Readonly<Record<string, unknown>>,
  event: MatrixEvent,
): Readonly<Record<string, unknown>> {
  const relation = event.content["m.relates_to"];
  return relation && !content["m.relates_to"] ? { ...content, "m.relates_to": relation } : content;
}
