import { createECDH } from "node:crypto";
import type { Unit } from "../../kernel/unit.ts";
import { putSecret, readSecret } from "./store.ts";

/** The hub's key pair towards push services (RFC 8292), base64url as `web-push` takes it. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const NAME = "vapid";
const CURVE = "prime256v1";
export const secretPurpose = (name: string): string => `hub-secret:${name}`;

/** Made at the hub's first start and kept, sealed: another pair would end every subscription there is. */
export async function vapidKeys(unit: Unit): Promise<VapidKeys> {
  const kept = await readSecret(unit.tx, NAME);
  if (kept) return unit.vault.openSystem<VapidKeys>(kept, secretPurpose(NAME));
  await putSecret(unit.tx, NAME, unit.vault.sealSystem(newKeys(), secretPurpose(NAME)), unit.now);
  return vapidKeys(unit);
}

function newKeys(): VapidKeys {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  const privateKey = Buffer.alloc(32);
  pair.getPrivateKey().copy(privateKey, 32 - pair.getPrivateKey().length); // leading zeros are left out
  return { publicKey: pair.getPublicKey("base64url"), privateKey: privateKey.toString("base64url") };
}
