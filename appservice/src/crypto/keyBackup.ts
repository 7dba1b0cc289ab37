import { hkdfSync } from "node:crypto";
import { BackupDecryptionKey, type OlmMachine, RoomId } from "@matrix-org/matrix-sdk-crypto-wasm";
import { MatrixError } from "../matrix/errors.ts";
import type { RequestSender } from "./requestSender.ts";
import { Serial } from "./serial.ts";

const ALGORITHM = "m.megolm_backup.v1.curve25519-aes-sha2";
const VERSION_PATH = "/_matrix/client/v3/room_keys/version";
const SOON_MS = 3_000;
const KEYS_PATH = "/_matrix/client/v3/room_keys/keys";

interface BackupVersion {
  readonly version: string;
  readonly algorithm: string;
  readonly auth_data: { readonly public_key: string };
}

interface BackedUpKeys {
  readonly rooms: Record<string, { sessions: Record<string, { session_data: Encrypted }> }>;
}

interface Encrypted {
  readonly ephemeral: string;
  readonly mac: string;
  readonly ciphertext: string;
}

/**
 * The bot's room keys, encrypted on the homeserver (Matrix server-side key backup). The key comes from the hub's secret
 * settings, so a lost key store loses no history: the keeper reads it all back.
 */
export class KeyBackup {
  readonly #machine: OlmMachine;
  readonly #sender: RequestSender;
  readonly #key: BackupDecryptionKey;
  readonly #uploading = new Serial();
  #timer: NodeJS.Timeout | undefined;
  #version = "";

  constructor(machine: OlmMachine, sender: RequestSender, storeKey: Uint8Array) {
    this.#machine = machine;
    this.#sender = sender;
    const secret = hkdfSync("sha256", storeKey, new Uint8Array(), "tsunagi key backup v1", 32);
    this.#key = BackupDecryptionKey.fromBase64(Buffer.from(secret).toString("base64"));
  }

  /** Uses the backup that is there, or makes one; one under another key is replaced. */
  async enable(): Promise<void> {
    const publicKey = this.#key.megolmV1PublicKey.publicKeyBase64;
    const there = await this.#current();
    const ours = there?.algorithm === ALGORITHM && there.auth_data.public_key === publicKey;
    this.#version = ours ? there.version : await this.#create(publicKey);
    await this.#machine.enableBackupV1(publicKey, this.#version);
  }

  /** Uploads what is not backed up yet. @returns the number of uploads */
  upload(): Promise<number> {
    return this.#uploading.run(async () => {
      for (let uploads = 0; ; uploads += 1) {
        const request = await this.#machine.backupRoomKeys();
        if (!request) return uploads;
        await this.#sender.send(request);
      }
    });
  }

  /** There are new keys: uploads them together with those that come in the next seconds. */
  uploadSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.upload().catch(() => undefined); // the next new key, the minute's job or the stop tries again
    }, SOON_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Reads everything back into an empty store. @returns the number of keys */
  async restore(): Promise<number> {
    const { rooms } = await this.#sender.json<BackedUpKeys>("GET", KEYS_PATH, { query: { version: this.#version } });
    let count = 0;
    const keys = new Map<RoomId, Map<string, unknown>>();
    for (const [roomId, { sessions }] of Object.entries(rooms)) {
      const decrypted = new Map<string, unknown>();
      for (const [sessionId, { session_data: data }] of Object.entries(sessions)) {
        decrypted.set(sessionId, JSON.parse(this.#key.decryptV1(data.ephemeral, data.mac, data.ciphertext)));
        count += 1;
      }
      keys.set(new RoomId(roomId), decrypted);
    }
    await this.#machine.importBackedUpRoomKeys(keys, () => undefined, this.#version);
    return count;
  }

  async #current(): Promise<BackupVersion | undefined> {
    try {
      return await this.#sender.json<BackupVersion>("GET", VERSION_PATH);
    } catch (error) {
      if (error instanceof MatrixError && error.status === 404) return undefined;
      throw error;
    }
  }

  async #create(publicKey: string): Promise<string> {
    const body = { algorithm: ALGORITHM, auth_data: { public_key: publicKey, signatures: {} } };
    return (await this.#sender.json<{ version: string }>("POST", VERSION_PATH, { body })).version;
  }
}
