import type { MSC3575SlidingSyncResponse } from "matrix-js-sdk/lib/sliding-sync.js";
import type { KeptAccount } from "../keptAccount.ts";
import { firstList } from "./roomWindow.ts";

const PATH = "/_matrix/client/unstable/org.matrix.simplified_msc3575/sync?timeout=0";
const EXTENSIONS = ["e2ee", "account_data", "receipts", "typing"];

/**
 * Asks for the first screenful of rooms while the encryption is still being loaded: two waits become one.
 * @returns undefined when it did not come; the SDK asks for it then
 */
export async function askFirst({ accessToken }: KeptAccount): Promise<MSC3575SlidingSyncResponse | undefined> {
  const extensions = Object.fromEntries(EXTENSIONS.map((name) => [name, { enabled: true }]));
  try {
    const response = await fetch(PATH, {
      method: "POST",
      headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
      body: JSON.stringify({
        lists: { first: firstList() },
        extensions: { ...extensions, to_device: { enabled: true, limit: 100 } },
      }),
    });
    return response.ok ? ((await response.json()) as MSC3575SlidingSyncResponse) : undefined;
  } catch {
    return undefined; // no line
  }
}
