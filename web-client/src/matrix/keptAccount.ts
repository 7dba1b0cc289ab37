import { z } from "zod";

const KEY = "tsunagi.account";

const keptAccount = z.object({ userId: z.string(), deviceId: z.string(), accessToken: z.string() });

/** What this browser keeps of a sign-in. The message keys are in IndexedDB; no name and no password is kept. */
export type KeptAccount = Readonly<z.infer<typeof keptAccount>>;

/** The account kept in this browser; null when there is none. */
export function readKeptAccount(): KeptAccount | null {
  try {
    return keptAccount.parse(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return null; // nothing there, or not ours
  }
}

export function keepAccount(account: KeptAccount): void {
  localStorage.setItem(KEY, JSON.stringify(account));
}

/** Prefix of the IndexedDB databases that hold the message keys of one device. */
export const storePrefix = ({ userId, deviceId }: Pick<KeptAccount, "userId" | "deviceId">): string =>
  `tsunagi-${userId}-${deviceId}`;

/** Databases the crypto store makes under a prefix. */
export const storeNames = (prefix: string): readonly string[] => [
  `${prefix}::matrix-sdk-crypto`,
  `${prefix}::matrix-sdk-crypto-meta`,
];
