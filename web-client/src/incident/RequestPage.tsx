import { incidentRequestStates, notReadyReasons } from "@tsunagi/contracts/codes/incident";
import type { IncidentRequestView } from "@tsunagi/contracts/rest/incident";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { useAct } from "../kit/useAct.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { roomAddress } from "../rooms/address.ts";
import { Entries, useEntryWords } from "./Entries.tsx";
import styles from "./incident.module.css";
import { MediaList } from "./MediaList.tsx";
import { NamedPerson } from "./NamedPerson.tsx";
import { PinnedCard } from "./PinnedCard.tsx";
import { SheetLine } from "./SheetLine.tsx";
import { SummaryCard } from "./SummaryCard.tsx";

/** Asked again while there is something to come. */
const AGAIN_MS = 5_000;

/** A transport as a hospital sees it: little first, everything once it is the one that receives. */
export function RequestPage({ requestId }: { requestId: string }) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const { busy, failure, act } = useAct();
  const words = useEntryWords();
  const params = { requestId };
  const [request, loader] = useViewModel(
    () =>
      new Loader<IncidentRequestView>((signal) => hub.call("readIncidentRequest", { params, signal }), {
        again: ({ sheet }) => (sheet ? AGAIN_MS : undefined),
      }),
  );
  useDocumentTitle(t("incident.title"));
  const { value } = request;
  return (
    <Page
      title={`${t("incident.title")} ${value?.code ?? ""}`}
      mark={value && <span className={styles["state"]}>{incidentRequestStates.label(value.state, language)}</span>}
      subtitle={value?.crew}
      back="/incidents"
      narrow
    >
      <Loaded of={request} onRetry={() => void loader.reload()}>
        {(shown) => (
          <Stack>
            {failure && <FailureBanner failure={failure} />}
            {!shown.sheet && <Banner>{t("incident.overHint")}</Banner>}
            {shown.summary && <SummaryCard of={shown.summary} code={shown.code} />}
            {shown.person && <NamedPerson person={shown.person} />}
            {shown.sheet && <SheetLine sheet={shown.sheet} />}
            {shown.vitals && <p className={styles["state"]}>{words(shown.vitals)}</p>}
            {shown.sheet && shown.state !== "confirmed" && (
              <Answer
                busy={busy}
                answer={(ready, reason) =>
                  void act(async () =>
                    loader.put(await hub.call("answerIncidentRequest", { params, body: { ready, reason } })),
                  )
                }
              />
            )}
            {shown.incident && (
              <>
                {shown.incident.personId && (
                  <PinnedCard read={(signal) => hub.call("readRequestCard", { params, signal })} />
                )}
                <MediaList incidentId={shown.incident.id} media={shown.incident.media} />
                <Entries entries={shown.incident.entries} />
                {shown.incident.roomId && (
                  <ButtonLink href={roomAddress(shown.incident.roomId)}>{t("incident.room")}</ButtonLink>
                )}
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

type Reason = (typeof notReadyReasons.codes)[number];

function Answer({ busy, answer }: { busy: boolean; answer: (ready: boolean, reason: Reason | null) => void }) {
  const { t } = useText();
  const options = useOptions();
  return (
    <>
      <Button variant="primary" wide disabled={busy} onClick={() => answer(true, null)}>
        {t("incident.ready")}
      </Button>
      <Card title={t("incident.notReady")}>
        <div className={styles["grid"]}>
          {options(notReadyReasons).map(({ value, label }) => (
            <Button key={value} disabled={busy} onClick={() => answer(false, value)}>
              {label}
            </Button>
          ))}
        </div>
      </Card>
    </>
  );
}
