import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import type { CryptoApi } from "matrix-js-sdk/lib/crypto-api/index.js";
import { MatrixError } from "matrix-js-sdk/lib/http-api/errors.js";
import type { AuthDict, UIAuthCallback } from "matrix-js-sdk/lib/interactive-auth.js";
import { MatrixFailure, type OwnMatrixDevice } from "../session/ports.ts";

/** This account's encryption. @throws MatrixFailure storeLost when it was closed */
export function cryptoOf(client: MatrixClient): CryptoApi {
  const crypto = client.getCrypto();
  if (!crypto) throw new MatrixFailure("storeLost");
  return crypto;
}

const passwordAuth = (client: MatrixClient, password: string): AuthDict => ({
  type: "m.login.password",
  identifier: { type: "m.id.user", user: client.getSafeUserId() },
  password,
});

/** A new password; other devices stay signed in. */
export async function changePassword(client: MatrixClient, current: string, next: string): Promise<void> {
  await client.setPassword(passwordAuth(client, current), next, false).catch((error: unknown) => {
    const refused = error instanceof MatrixError && (error.httpStatus === 401 || error.errcode === "M_FORBIDDEN");
    throw refused && error.errcode !== "M_UNKNOWN_TOKEN" ? new MatrixFailure("wrongPassword") : error;
  });
}

/** Makes the cross-signing identity anew, and signs this device with it. */
export async function makeIdentity(client: MatrixClient, password: string): Promise<void> {
  const auth = passwordAuth(client, password);
  const authUploadDeviceSigningKeys: UIAuthCallback<void> = async (request) => {
    try {
      return await request(auth); // Synapse takes the password at once; others ask for it first
    } catch (error) {
      const session = error instanceof MatrixError ? (error.data["session"] as unknown) : undefined;
      if (hasFailed(error)) throw new MatrixFailure("wrongPassword", "", { cause: error });
      if (typeof session !== "string") throw error;
      return request({ ...auth, session }).catch((second: unknown) => {
        throw hasFailed(second) ? new MatrixFailure("wrongPassword", "", { cause: second }) : second;
      });
    }
  };
  await cryptoOf(client).bootstrapCrossSigning({ setupNewCrossSigning: true, authUploadDeviceSigningKeys });
}

/** The password was looked at and is wrong (Matrix spec, "User-interactive authentication"). */
const hasFailed = (error: unknown): boolean =>
  error instanceof MatrixError && error.httpStatus === 401 && error.errcode === "M_FORBIDDEN";

/** One's own devices with their keys, and whether one's identity has signed them. */
export async function ownDevices(client: MatrixClient): Promise<readonly OwnMatrixDevice[]> {
  const userId = client.getSafeUserId();
  const crypto = cryptoOf(client);
  const devices = (await crypto.getUserDeviceInfo([userId], true)).get(userId) ?? new Map();
  return Promise.all(
    [...devices.values()].map(async (device) => ({
      deviceId: device.deviceId,
      displayName: device.displayName ?? "",
      ed25519: device.getFingerprint() ?? "",
      signed: (await crypto.getDeviceVerificationStatus(userId, device.deviceId))?.signedByOwner ?? false,
    })),
  );
}
