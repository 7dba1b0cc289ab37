import { hkdfSync } from "node:crypto";
import type { OlmMachine } from "@matrix-org/matrix-sdk-crypto-wasm";
import { openJson, sealJson } from "@tsunagi/care/vault/sealing";
import type { BotMemory } from "./drain.ts";
import type { RequestSender } from "./requestSender.ts";

interface PrivateKeys {
  readonly master: string;
  readonly selfSigning: string;
  readonly userSigning: string;
}

const MEMORY_KEY = "cross_signing";
const PURPOSE = "bot-cross-signing";

/**
 * The bot's own cross-signing identity: made once, its private keys kept sealed outside the key store, so that after a
 * lost store the bot is still the one everybody knows. An appservice user needs no password for it (MSC4190).
 */
export async function ensureCrossSigning(
  machine: OlmMachine,
  sender: RequestSender,
  memory: BotMemory,
  storeKey: Uint8Array,
): Promise<"kept" | "restored" | "made"> {
  const status = await machine.crossSigningStatus();
  if (status.hasMaster && status.hasSelfSigning && status.hasUserSigning) return "kept";
  const key = Buffer.from(hkdfSync("sha256", storeKey, new Uint8Array(), "tsunagi cross-signing v1", 32));
  const kept = await memory.read(MEMORY_KEY);
  if (kept) {
    await sender.queryKeys([machine.userId.toString()]); // the public identity must be known before the import
    const keys = openJson<PrivateKeys>(key, Buffer.from(kept, "base64"), PURPOSE);
    await machine.importCrossSigningKeys(keys.master, keys.selfSigning, keys.userSigning);
  }
  const requests = await machine.bootstrapCrossSigning(!kept);
  if (requests.uploadKeysRequest) await sender.send(requests.uploadKeysRequest);
  // A restored identity is on the homeserver already; only the new device needs its signature.
  if (!kept) await uploadIdentity(sender, requests.uploadSigningKeysRequest.body);
  await sender.send(requests.uploadSignaturesRequest);
  await sender.queryKeys([machine.userId.toString()]);
  if (kept) return "restored";
  await memory.write(MEMORY_KEY, Buffer.from(sealJson(key, await exportKeys(machine), PURPOSE)).toString("base64"));
  return "made";
}

async function exportKeys(machine: OlmMachine): Promise<PrivateKeys> {
  const keys = await machine.exportCrossSigningKeys();
  const { masterKey, self_signing_key: selfSigning, userSigningKey } = keys ?? {};
  if (!masterKey || !selfSigning || !userSigningKey) throw new Error("the machine gave no cross-signing keys");
  return { master: masterKey, selfSigning, userSigning: userSigningKey };
}

async function uploadIdentity(sender: RequestSender, body: string): Promise<void> {
  await sender.json("POST", "/_matrix/client/v3/keys/device_signing/upload", { body });
}
