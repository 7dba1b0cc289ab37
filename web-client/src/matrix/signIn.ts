import type { SignInInput, SignInPort } from "../session/ports.ts";
import { MatrixAccount } from "./account.ts";
import { openClient } from "./client.ts";
import { type KeptAccount, keepAccount, readKeptAccount } from "./keptAccount.ts";
import { login } from "./login.ts";
import { wipeBrowser } from "./wipe.ts";

/** The way in: by password, or with what this browser kept. */
export const matrixSignIn: SignInPort<MatrixAccount> = {
  hasAccount: () => readKeptAccount() !== null,

  async restore() {
    const kept = readKeptAccount();
    return kept ? begin(kept, { fresh: false }) : null;
  },

  async signIn(input: SignInInput) {
    const account = await login(input);
    await wipeBrowser(); // whatever an earlier account left
    keepAccount(account);
    return begin(account, { fresh: true });
  },

  forget: wipeBrowser,
};

async function begin(kept: KeptAccount, { fresh }: { fresh: boolean }): Promise<MatrixAccount> {
  const account = new MatrixAccount(await openClient(kept, { fresh }));
  account.start();
  return account;
}
