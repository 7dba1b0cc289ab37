import type { SignInInput, SignInPort } from "../session/ports.ts";
import type { Sealed } from "../vault/sealed.ts";
import type { Vault } from "../vault/vault.ts";
import { MatrixAccount } from "./account.ts";
import { openClient } from "./client.ts";
import { type KeptAccount, keepAccount, readKeptAccount } from "./keptAccount.ts";
import { login } from "./login.ts";
import { wipeBrowser } from "./wipe.ts";

/** What this device keeps, and the key it is kept under. */
export interface Keeping {
  readonly vault: Vault;
  readonly sealed: Sealed;
}

/** The way in: by password, or with what this browser kept. */
export function matrixSignIn({ vault, sealed }: Keeping): SignInPort<MatrixAccount> {
  const wipe = () => wipeBrowser(() => vault.destroy());

  const begin = async (kept: KeptAccount, { fresh }: { fresh: boolean }): Promise<MatrixAccount> => {
    const client = await openClient(kept, { fresh, storageKey: vault.keys.store });
    const account = new MatrixAccount({ client, sealed, wipe });
    await account.start();
    return account;
  };

  return {
    hasAccount: () => vault.isOpen,

    async restore() {
      const kept = await readKeptAccount(sealed);
      return kept ? begin(kept, { fresh: false }) : null;
    },

    async signIn(input: SignInInput) {
      const account = await login(input);
      await wipe(); // whatever an earlier account left
      await vault.create();
      await keepAccount(sealed, account);
      return begin(account, { fresh: true });
    },

    forget: wipe,
  };
}
