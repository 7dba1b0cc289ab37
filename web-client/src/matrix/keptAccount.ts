import { z } from "zod";
import type { Sealed } from "../vault/sealed.ts";

const NAME = "account";

const keptAccount = z.object({ userId: z.string(), deviceId: z.string(), accessToken: z.string() });

/** What this browser keeps of a sign-in, sealed. The message keys are in IndexedDB; no password is kept. */
export type KeptAccount = Readonly<z.infer<typeof keptAccount>>;

/** The account kept in this browser; null when there is none. */
export async function readKeptAccount(sealed: Sealed): Promise<KeptAccount | null> {
  return keptAccount.safeParse(await sealed.read(NAME)).data ?? null;
}

export const keepAccount = (sealed: Sealed, account: KeptAccount): Promise<void> => sealed.write(NAME, account);

/** Databases of this client begin so. */
export const DATABASES = "tsunagi-";

/** Prefix of the IndexedDB databases that hold the message keys of one device. Says nothing of whose it is. */
export const storePrefix = ({ deviceId }: Pick<KeptAccount, "deviceId">): string => `${DATABASES}${deviceId}`;

/** Databases the crypto store makes under a prefix. */
export const storeNames = (prefix: string): readonly string[] => [
  `${prefix}::matrix-sdk-crypto`,
  `${prefix}::matrix-sdk-crypto-meta`,
];
