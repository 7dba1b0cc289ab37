import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { MatrixFailure } from "../session/ports.ts";

/** The one method of the SDK's inner machine that has no public name: sign a text with the device key. */
interface SigningMachine {
  sign(text: string): Promise<{ asJSON(): string }>;
}

/**
 * Ed25519 signature by this device's key, unpadded base64.
 *
 * SDK internal (matrix-js-sdk 43.0.0, pinned): `getCrypto().olmMachine.sign`. tests/env/person.ts does the same.
 */
export async function signWithDevice(client: MatrixClient, text: string): Promise<string> {
  const machine = (client.getCrypto() as unknown as { readonly olmMachine?: SigningMachine } | undefined)?.olmMachine;
  if (!machine) throw new MatrixFailure("storeLost");
  const signatures = JSON.parse((await machine.sign(text)).asJSON()) as Record<string, Record<string, string>>;
  const signature = signatures[client.getSafeUserId()]?.[`ed25519:${client.getDeviceId()}`];
  if (!signature) throw new MatrixFailure("unexpected", "no signature");
  return signature;
}
