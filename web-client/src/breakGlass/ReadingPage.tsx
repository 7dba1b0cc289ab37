import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { LockKeyhole } from "lucide-react";
import { useEffect, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { FirstMinute } from "../emergency/FirstMinute.view.tsx";
import { Details } from "../emergency/Sections.view.tsx";
import { Loader } from "../hub/loadable.ts";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { Banner, EmptyState } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

const MINUTE_MS = 60_000;

/** Somebody's card by an emergency grant. When it ends, the page lets go of all it held. */
export function ReadingPage({ personId }: { personId: string }) {
  const { t } = useText();
  const [ended, setEnded] = useState(false);
  useDocumentTitle(t("breakGlass.reading"));
  return (
    <Page title={t("breakGlass.reading")} back="/emergency">
      {ended ? (
        <div role="status">
          <EmptyState
            icon={LockKeyhole}
            title={t("breakGlass.ended")}
            action={<ButtonLink href="/emergency">{t("breakGlass.again")}</ButtonLink>}
          >
            {t("breakGlass.endedHint")}
          </EmptyState>
        </div>
      ) : (
        <Reading personId={personId} onEnded={() => setEnded(true)} />
      )}
    </Page>
  );
}

function Reading({ personId, onEnded }: { personId: string; onEnded: () => void }) {
  const { hub } = useWorkplace();
  const [loaded, loader] = useViewModel(
    () =>
      new Loader(async (signal) => {
        const { grants } = await hub.call("listOwnGrants", { signal });
        const card = await hub.call("readCard", { params: { personId }, signal });
        return { card, expiresAt: grants.find(({ person }) => person.personId === personId)?.expiresAt };
      }),
  );
  return (
    <Loaded of={loaded} onRetry={() => void loader.reload()}>
      {({ card, expiresAt }) => <Shown card={card} expiresAt={expiresAt} onEnded={onEnded} />}
    </Loaded>
  );
}

interface ShownProps {
  readonly card: EmergencyCardView;
  /** Left out for whoever reads it by being in the team. */
  readonly expiresAt: string | undefined;
  readonly onEnded: () => void;
}

function Shown({ card, expiresAt, onEnded }: ShownProps) {
  const { t, language } = useText();
  const [now, setNow] = useState(Date.now);
  const end = expiresAt ? Date.parse(expiresAt) : Number.POSITIVE_INFINITY;
  useEffect(() => {
    const left = end - now;
    if (left <= 0) return onEnded();
    const timer = setTimeout(() => setNow(Date.now()), Math.min(left, MINUTE_MS));
    return () => clearTimeout(timer);
  }, [now, end, onEnded]);
  const minutes = Math.max(0, Math.ceil((end - now) / MINUTE_MS));
  return (
    <>
      {expiresAt && (
        <Banner tone="warning" title={t("breakGlass.watched")}>
          {t("breakGlass.left", {
            time: formatTime(expiresAt, language),
            hours: Math.floor(minutes / 60),
            minutes: minutes % 60,
          })}
        </Banner>
      )}
      <FirstMinute card={card} now={now} />
      <Details card={card} />
    </>
  );
}
