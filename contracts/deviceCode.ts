const DIGITS = 16;

/**
 * The number a person reads from a device and an administrator types: 16 digits made from the device's Ed25519 key.
 * Computed by the device itself and by the hub from the homeserver's key list; equal only for the same key.
 * @param ed25519 the device's public signing key, unpadded base64
 */
export async function deviceCode(userId: string, deviceId: string, ed25519: string): Promise<string> {
  const text = new TextEncoder().encode(["tsunagi-device-code-v1", userId, deviceId, ed25519].join("\n"));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  const number = hash.reduce((total, byte) => total * 256n + BigInt(byte), 0n);
  return String(number % 10n ** BigInt(DIGITS)).padStart(DIGITS, "0");
}

/** `1234 5678 9012 3456`, to be read aloud. */
export const groupDigits = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, "$1 ");
