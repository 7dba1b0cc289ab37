import type { EmergencyReadingView } from "@tsunagi/contracts/rest/breakGlass";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { EmptyState } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { ReadingCard } from "./Reading.view.tsx";
import { VerdictDialog } from "./VerdictDialog.tsx";

/** Readings from outside the team by staff one is responsible for: each is found justified or not. */
export function ReadingsPage() {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [judging, setJudging] = useState<EmergencyReadingView>();
  const [list, loader] = useViewModel(() => new Loader((signal) => hub.call("listEmergencyReadings", { signal })));
  useDocumentTitle(t("breakGlass.readings"));
  return (
    <Page title={t("breakGlass.readings")} back="/admin" narrow>
      <p>{t("breakGlass.readingsHint")}</p>
      <Loaded of={list} onRetry={() => void loader.reload()}>
        {({ readings }) =>
          readings.length === 0 ? (
            <EmptyState icon={ShieldCheck} title={t("breakGlass.noReadings")} />
          ) : (
            <Stack>
              {readings.map((reading) => (
                <ReadingCard key={reading.id} reading={reading} onJudge={() => setJudging(reading)} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {judging && (
        <VerdictDialog
          reading={judging}
          onDone={() => {
            setJudging(undefined);
            toasts.show({ text: t("breakGlass.judged") });
            void loader.reload();
          }}
          onClose={() => setJudging(undefined)}
        />
      )}
    </Page>
  );
}
