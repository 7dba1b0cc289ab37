import { rotateKeys } from "@tsunagi/care/vault/rotateKeys";
import { type Offline, print } from "./offline.ts";

const BATCH = 500;

/** Wraps everything with the newest key of TSUNAGI_KEYRING; afterwards the older ones may leave the setting. */
export async function rotateKeysCommand({ care, config }: Offline): Promise<number> {
  const kek = config.vault.keyring.current.name;
  let total = 0;
  for (;;) {
    const wrapped = await care.asSystem("keys:rotate", (unit) => rotateKeys(unit, kek, BATCH));
    total += wrapped;
    process.stderr.write(`\r${total}`);
    if (wrapped === 0) break;
  }
  process.stderr.write("\n");
  print({ keys: "rotate", kek, wrapped: total });
  return 0;
}
