import { useText } from "../i18n/text.ts";
import { Busy } from "../kit/State.tsx";
import { useSnapshot } from "../kit/useViewModel.ts";
import { LockPage } from "../lock/LockPage.tsx";
import { SetPinPage } from "../lock/SetPinPage.tsx";
import { TalkProvider } from "../rooms/TalkProvider.tsx";
import { SessionPages, SignOutButton } from "../session/SessionPages.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { Shell } from "./Shell.tsx";
import type { Services } from "./services.ts";
import { WorkplaceProvider } from "./WorkplaceProvider.tsx";

/** Everything: what comes before work, or the shell with its pages. */
export function App({ services }: { services: Services }) {
  return (
    <ErrorBoundary>
      <Gate services={services} />
    </ErrorBoundary>
  );
}

const SIGNED_IN = ["stuck", "changePassword", "enrol", "approveDevice"];

function Gate({ services }: { services: Services }) {
  const phase = useSnapshot(services.session);
  const lock = useSnapshot(services.lock);
  const { t } = useText(); // everything is drawn again when the language changes
  const locked = lock.state === "locked" && (
    <LockPage lock={services.lock} onSignOut={services.session.signOut} foot={<LanguageSwitch />} />
  );
  if (phase.name === "ready") {
    const { session, account } = phase;
    return (
      <WorkplaceProvider services={services} session={session} account={account}>
        <TalkProvider>{locked || (lock.hasPin ? <Shell /> : <FirstPin services={services} />)}</TalkProvider>
      </WorkplaceProvider>
    );
  }
  if (lock.state === "starting") return <Busy>{t("session.starting")}</Busy>;
  if (locked) return locked;
  const foot = (
    <>
      <LanguageSwitch />
      {SIGNED_IN.includes(phase.name) && <SignOutButton onSignOut={() => void services.session.signOut()} />}
    </>
  );
  return <SessionPages model={services.session} phase={phase} foot={foot} />;
}

function FirstPin({ services: { lock, session } }: { services: Services }) {
  const foot = (
    <>
      <LanguageSwitch />
      <SignOutButton onSignOut={() => void session.signOut()} />
    </>
  );
  return <SetPinPage lock={lock} foot={foot} />;
}
