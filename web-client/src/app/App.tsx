import { Suspense } from "react";
import { later } from "../i18n/later.ts";
import { useText } from "../i18n/text.ts";
import { Busy } from "../kit/State.tsx";
import { useSnapshot } from "../kit/useViewModel.ts";
import { TalkProvider } from "../rooms/TalkProvider.tsx";
import type { Before } from "./BeforeWork.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Shell } from "./Shell.tsx";
import type { Services } from "./services.ts";
import { WorkplaceProvider } from "./WorkplaceProvider.tsx";

const BeforeWork = later(async () => (await import("./BeforeWork.tsx")).default);

/** Everything: what comes before work, or the shell with its pages. */
export function App({ services }: { services: Services }) {
  return (
    <ErrorBoundary>
      <Gate services={services} />
    </ErrorBoundary>
  );
}

function Gate({ services }: { services: Services }) {
  const phase = useSnapshot(services.session);
  const lock = useSnapshot(services.lock);
  useText(); // everything is drawn again when the language changes
  const standing = (before: Before) => (
    <Suspense fallback={<Starting />}>
      <BeforeWork services={services} before={before} />
    </Suspense>
  );
  const locked = lock.state === "locked" && standing({ what: "locked" });
  if (phase.name === "ready") {
    const { session, account } = phase;
    return (
      <WorkplaceProvider services={services} session={session} account={account}>
        <TalkProvider>{locked || (lock.hasPin ? <Shell /> : standing({ what: "firstPin" }))}</TalkProvider>
      </WorkplaceProvider>
    );
  }
  if (lock.state === "starting") return <Starting />;
  if (locked) return locked;
  return phase.name === "starting" ? <Starting /> : standing({ what: "session", phase });
}

function Starting() {
  const { t } = useText();
  return <Busy>{t("session.starting")}</Busy>;
}
