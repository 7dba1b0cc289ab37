import type { IncidentView } from "@tsunagi/contracts/rest/incident";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { useAct } from "../kit/useAct.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { roomAddress } from "../rooms/address.ts";
import { Entries } from "./Entries.tsx";
import { EntryPad } from "./EntryPad.tsx";
import { Hospitals } from "./Hospitals.tsx";
import { Photos } from "./Photos.tsx";
import { PinnedCard } from "./PinnedCard.tsx";
import { SheetLine } from "./SheetLine.tsx";
import { SummaryCard } from "./SummaryCard.tsx";
import { TakePhoto } from "./TakePhoto.tsx";

/** Asked again while it is open: hospitals answer within seconds. */
const AGAIN_MS = 5_000;

/** A transport as its crew works in it. */
export function IncidentPage({ incidentId }: { incidentId: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const { busy, failure, act } = useAct();
  const [closing, setClosing] = useState(false);
  const params = { incidentId };
  const [incident, loader] = useViewModel(
    () =>
      new Loader<IncidentView>((signal) => hub.call("readIncident", { params, signal }), {
        again: ({ state }) => (state === "open" ? AGAIN_MS : undefined),
      }),
  );
  useDocumentTitle(t("incident.title"));
  const change = (work: () => Promise<IncidentView>) => act(async () => loader.put(await work()));
  return (
    <Page title={`${t("incident.title")} ${incident.value?.code ?? ""}`} back="/incidents" narrow>
      <Loaded of={incident} onRetry={() => void loader.reload()}>
        {(shown) => (
          <Stack>
            {failure && <FailureBanner failure={failure} />}
            <SheetLine sheet={shown.sheet} />
            {shown.state === "closed" ? (
              <>
                <Banner>{t("incident.closedCrew")}</Banner>
                {shown.summary && <SummaryCard of={shown.summary} code={shown.code} />}
              </>
            ) : (
              <>
                {shown.personId && <PinnedCard read={(signal) => hub.call("readIncidentCard", { params, signal })} />}
                <Hospitals
                  incident={shown}
                  busy={busy}
                  onAsk={(organisationIds) =>
                    void change(() =>
                      hub.call("askHospitals", { params, body: { organisationIds: [...organisationIds] } }),
                    )
                  }
                  onName={(requestId) =>
                    void change(() => hub.call("tellHospitalName", { params, body: { requestId } }))
                  }
                  onConfirm={(requestId) =>
                    void change(() => hub.call("confirmHospital", { params, body: { requestId } }))
                  }
                />
                <TakePhoto incidentId={incidentId} onArrived={() => void loader.reload()} />
                <Photos incidentId={incidentId} media={shown.media} />
                <EntryPad
                  busy={busy}
                  write={(content) => change(() => hub.call("writeIncidentEntry", { params, body: { content } }))}
                />
              </>
            )}
            <Entries
              entries={shown.entries}
              {...(shown.state === "open" && {
                onCancel: (entryId: string) =>
                  void change(() => hub.call("cancelIncidentEntry", { params: { incidentId, entryId } })),
              })}
            />
            {shown.roomId && <ButtonLink href={roomAddress(shown.roomId)}>{t("incident.room")}</ButtonLink>}
            {shown.state === "open" && (
              <Button variant="danger" wide onClick={() => setClosing(true)}>
                {t("incident.close")}
              </Button>
            )}
            {closing && (
              <ConfirmDialog
                title={t("incident.close")}
                confirmLabel={t("incident.close")}
                danger
                onConfirm={() => {
                  setClosing(false);
                  void change(() => hub.call("closeIncident", { params }));
                }}
                onCancel={() => setClosing(false)}
              >
                {t("incident.closeAsk")}
              </ConfirmDialog>
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
