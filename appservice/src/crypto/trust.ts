import {
  DeviceId,
  LocalTrust,
  type OlmMachine,
  type OtherUserIdentity,
  type OwnUserIdentity,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import type { RequestSender } from "./requestSender.ts";

export interface DeviceFacts {
  readonly deviceId: string;
  readonly displayName: string;
  /** Ed25519 key, unpadded base64. */
  readonly fingerprint: string;
  readonly signedByOwner: boolean;
  /** Gets keys: signed by a verified identity, or approved locally. */
  readonly trusted: boolean;
  readonly approvedLocally: boolean;
}

export interface UserFacts {
  readonly identity: { readonly masterKey: string; readonly verified: boolean } | null;
  readonly devices: readonly DeviceFacts[];
}

/** Whom the keeper trusts. Verified identities and locally approved devices; nothing else ever gets a key. */
export class Trust {
  readonly #machine: OlmMachine;
  readonly #sender: RequestSender;

  constructor(machine: OlmMachine, sender: RequestSender) {
    this.#machine = machine;
    this.#sender = sender;
  }

  /** What is known of somebody. @param fresh ask the homeserver first */
  async inspect(userId: string, fresh: boolean): Promise<UserFacts> {
    if (fresh) await this.#sender.queryKeys([userId]);
    const identity = await this.#identity(userId);
    const devices = (await this.#machine.getUserDevices(new UserId(userId))).devices();
    return {
      identity: identity ? { masterKey: masterKeyOf(identity), verified: identity.isVerified() } : null,
      devices: devices.map((device) => ({
        deviceId: device.deviceId.toString(),
        displayName: device.displayName ?? "",
        fingerprint: device.ed25519Key?.toBase64() ?? "",
        signedByOwner: device.isCrossSignedByOwner(),
        trusted: device.isVerified(),
        approvedLocally: device.isLocallyTrusted(),
      })),
    };
  }

  /** Signs somebody's identity with the keeper's own. */
  async verifyIdentity(userId: string, masterKey: string): Promise<void> {
    const identity = await this.#identity(userId);
    if (!identity || masterKeyOf(identity) !== masterKey) throw new Error("the identity has changed meanwhile");
    if (identity.isVerified()) return;
    await this.#sender.send(await identity.verify());
    await this.#sender.queryKeys([userId]);
  }

  /** Approves one device by its key. False when it has gone or its key is another. */
  async approveDevice(userId: string, deviceId: string, fingerprint: string): Promise<boolean> {
    const device = await this.#machine.getDevice(new UserId(userId), new DeviceId(deviceId));
    if (device?.ed25519Key?.toBase64() !== fingerprint) return false;
    await device.setLocalTrust(LocalTrust.Verified);
    return true;
  }

  /** Takes back every local approval of somebody: it would outlive a reset of their identity. */
  async revokeLocalApprovals(userId: string): Promise<void> {
    for (const device of (await this.#machine.getUserDevices(new UserId(userId))).devices()) {
      if (device.isLocallyTrusted()) await device.setLocalTrust(LocalTrust.Unset);
    }
  }

  async #identity(userId: string): Promise<OwnUserIdentity | OtherUserIdentity | undefined> {
    return this.#machine.getIdentity(new UserId(userId));
  }
}

function masterKeyOf(identity: { readonly masterKey: string }): string {
  const { keys } = JSON.parse(identity.masterKey) as { keys: Record<string, string> };
  const [key] = Object.values(keys);
  if (!key) throw new Error("an identity without a key");
  return key;
}
