import { Send } from "lucide-react";
import { useState } from "react";
import { type Failure, failureOf } from "../hub/failure.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Inline, Stack, useTopOfPage } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { HitsView } from "./HitsView.tsx";
import { SheetCard } from "./SheetCard.tsx";
import type { Preview } from "./wish.model.ts";

export interface PreviewStepProps {
  readonly preview: Preview;
  readonly count: number;
  readonly onSend: (lookedAt: boolean) => Promise<void>;
  readonly onMend: () => void;
}

/** What the facilities will see, and what must be mended before they do. */
export function PreviewStep({ preview, count, onSend, onMend }: PreviewStepProps) {
  const { t } = useText();
  const { hits, sheet, consented, values } = preview;
  const [lookedAt, setLookedAt] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  useTopOfPage();
  const ready = consented && !hits.some(({ blocks }) => blocks) && (hits.length === 0 || lookedAt);
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onSend(lookedAt);
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  return (
    <Stack>
      <HitsView text={sheet.text} hits={hits} lookedAt={lookedAt} onLookedAt={setLookedAt} />
      {hits.length === 0 && <Banner tone="info">{t("negotiation.previewHint")}</Banner>}
      <SheetCard sheet={sheet} title={t("negotiation.previewTitle")} />
      {!consented && (
        <Banner
          tone="warning"
          actions={
            <ButtonLink href={`/people/${values.personId}/consent`} size="small">
              {t("negotiation.toConsent")}
            </ButtonLink>
          }
        >
          {t("negotiation.consentNeeded")}
        </Banner>
      )}
      {failure && <FailureBanner failure={failure} />}
      <Inline>
        <Button onClick={onMend}>{t("negotiation.mend")}</Button>
        <Button
          variant="primary"
          icon={Send}
          disabled={!ready}
          busy={busy && t("negotiation.sending")}
          onClick={() => void send()}
        >
          {t("negotiation.send", { count })}
        </Button>
      </Inline>
    </Stack>
  );
}
