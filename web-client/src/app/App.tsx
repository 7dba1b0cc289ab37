import { useText } from "../i18n/text.ts";
import { useSnapshot } from "../kit/useViewModel.ts";
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
  useText(); // everything is drawn again when the language changes
  if (phase.name === "ready") {
    const { session, account } = phase;
    return (
      <WorkplaceProvider services={services} session={session} account={account}>
        <TalkProvider>
          <Shell />
        </TalkProvider>
      </WorkplaceProvider>
    );
  }
  const foot = (
    <>
      <LanguageSwitch />
      {SIGNED_IN.includes(phase.name) && <SignOutButton onSignOut={() => void services.session.signOut()} />}
    </>
  );
  return <SessionPages model={services.session} phase={phase} foot={foot} />;
}
