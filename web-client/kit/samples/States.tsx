import { FolderOpen } from "lucide-react";
import type { Failure } from "../../src/hub/failure.ts";
import { useText } from "../../src/i18n/text.ts";
import { Button } from "../../src/kit/Button.tsx";
import { Card } from "../../src/kit/Card.tsx";
import { FailureBanner } from "../../src/kit/FailureBanner.tsx";
import { Loaded } from "../../src/kit/Loaded.tsx";
import { Banner, Busy, EmptyState, SkeletonList } from "../../src/kit/State.tsx";

const TONES = ["info", "success", "warning", "danger"] as const;
const FAILURES: readonly Failure[] = [{ kind: "offline" }, { kind: "unexpected", id: "3f2a9c1e" }];

/** Waiting, nothing there, gone wrong, one must know. */
export function States() {
  const { t, say } = useText();
  return (
    <Card title="Banner, EmptyState, Busy, SkeletonList, FailureBanner, Loaded">
      {TONES.map((tone) => (
        <Banner
          key={tone}
          tone={tone}
          title={`Banner tone="${tone}"`}
          actions={<Button size="small">{t("common.retry")}</Button>}
        >
          {say({ ja: "ここで知っておくことを、ひとことで言います。", en: "Says what one must know here." })}
        </Banner>
      ))}
      {FAILURES.map((failure) => (
        <FailureBanner key={failure.kind} failure={failure} onRetry={() => undefined} />
      ))}
      <EmptyState
        icon={FolderOpen}
        title={t("records.none")}
        action={<Button variant="primary">{t("records.write")}</Button>}
      >
        {t("records.noneHint")}
      </EmptyState>
      <Busy>{t("common.loading")}</Busy>
      <SkeletonList label={t("common.loading")} rows={2} />
      <Loaded of={{ value: undefined, loading: false, failure: { kind: "offline" } }} onRetry={() => undefined}>
        {() => null}
      </Loaded>
    </Card>
  );
}
