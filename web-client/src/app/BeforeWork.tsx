import { LockPage } from "../lock/LockPage.tsx";
import { SetPinPage } from "../lock/SetPinPage.tsx";
import type { MatrixAccount } from "../matrix/account.ts";
import type { SessionPhase } from "../session/phase.ts";
import { SessionPages, SignOutButton } from "../session/SessionPages.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import type { Services } from "./services.ts";

export type Before =
  | { readonly what: "locked" | "firstPin" }
  | {
      readonly what: "session";
      readonly phase: Exclude<SessionPhase<MatrixAccount>, { readonly name: "ready" | "starting" }>;
    };

interface Props {
  readonly services: Services;
  readonly before: Before;
}

const SIGNED_IN = ["stuck", "changePassword", "enrol", "approveDevice"];

/** What stands before work: signing in, its steps, the lock. Loaded only when one stands there. */
export default function BeforeWork({ services: { session, lock }, before }: Props) {
  const canSignOut = before.what === "firstPin" || (before.what === "session" && SIGNED_IN.includes(before.phase.name));
  const foot = (
    <>
      <LanguageSwitch />
      {canSignOut && <SignOutButton onSignOut={() => void session.signOut()} />}
    </>
  );
  switch (before.what) {
    case "locked":
      return <LockPage lock={lock} onSignOut={session.signOut} foot={foot} />;
    case "firstPin":
      return <SetPinPage lock={lock} foot={foot} />;
    case "session":
      return <SessionPages model={session} phase={before.phase} foot={foot} />;
  }
}
