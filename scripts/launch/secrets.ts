import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** Secrets of one embedded installation, made at its first start and kept in its data folder (owner-readable). */
export interface Secrets {
  readonly databasePassword: string;
  readonly asToken: string;
  readonly hsToken: string;
  readonly registrationSharedSecret: string;
  readonly macaroonSecretKey: string;
  readonly formSecret: string;
  readonly signingKey: string;
  readonly keyring: string;
  readonly indexKey: string;
  readonly auditKey: string;
  readonly storeKey: string;
}

export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8")) as Secrets;
  const token = () => randomBytes(32).toString("hex");
  const key = () => randomBytes(32).toString("base64");
  const secrets: Secrets = {
    databasePassword: token(),
    asToken: token(),
    hsToken: token(),
    registrationSharedSecret: token(),
    macaroonSecretKey: token(),
    formSecret: token(),
    signingKey: `ed25519 a_${randomBytes(3).toString("hex")} ${key().replace(/=+$/, "")}`,
    keyring: `k1:${key()}`,
    indexKey: key(),
    auditKey: key(),
    storeKey: key(),
  };
  const half = `${file}.new`;
  fs.writeFileSync(half, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  fs.renameSync(half, file); // all or nothing: a half-written file would lock everything away
  return secrets;
}
