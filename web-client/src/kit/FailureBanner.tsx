import { CloudOff } from "lucide-react";
import type { Failure } from "../hub/failure.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "./Button.tsx";
import { Banner } from "./State.tsx";

/** Why something did not work, in words that say what to do; with the number people can pass on. */
export function FailureBanner({ failure, onRetry }: { failure: Failure; onRetry?: (() => void) | undefined }) {
  const { t, say } = useText();
  const retry = onRetry && (
    <Button size="small" onClick={onRetry}>
      {t("common.retry")}
    </Button>
  );
  if (failure.kind === "offline")
    return (
      <Banner tone="warning" icon={CloudOff} title={t("common.offline")} actions={retry} live>
        {t("common.offlineHint")}
      </Banner>
    );
  if (failure.kind === "said") {
    const { sentence } = failure;
    return (
      <Banner tone="danger" actions={retry}>
        {typeof sentence === "string" ? t(sentence) : say(sentence)}
      </Banner>
    );
  }
  if (failure.kind === "unexpected")
    return (
      <Banner tone="danger" title={t("app.brokenTitle")} actions={retry}>
        {t("app.brokenText")} {t("common.problemNumber", { id: failure.id })}
      </Banner>
    );
  const { detail, en, status } = failure.problem;
  const maySucceed = status === 429 || status >= 500;
  return (
    <Banner tone="danger" actions={maySucceed && retry}>
      {say({ ja: detail, en })}
    </Banner>
  );
}
