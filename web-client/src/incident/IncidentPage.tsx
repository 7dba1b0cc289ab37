import type { IncidentView } from "@tsunagi/contracts/rest/incident";
import { useEffect, useState } from "react";
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
import { KeptMedia } from "./keptMedia.ts";
import { MediaList } from "./MediaList.tsx";
import { PinnedCard } from "./PinnedCard.tsx";
import { SheetLine } from "./SheetLine.tsx";
import { SummaryCard } from "./SummaryCard.tsx";
import { TakeMedia } from "./TakeMedia.tsx";
import { UploadModel } from "./upload.model.ts";

/** Asked again while it is open: hospitals answer within seconds. */
const AGAIN_MS = 5_000;

/** A transport as its crew works in it. */
export function IncidentPage({ incidentId }: { incidentId: string }) {
  const { t } = useText();
  const { hub, account } = useWorkplace();
  const { busy, failure, act } = useAct();
  const [closing, setClosing] = useState(false);
  const params = { incidentId };
  const [incident, loader] = useViewModel(
    () =>
      new Loader<IncidentView>((signal) => hub.call("readIncident", { params, signal }), {
        again: ({ state }) => (state === "open" ? AGAIN_MS : undefined),
      }),
  );
  const [kept] = useState(() => new KeptMedia(account.sealed));
  const [{ uploads }, sending] = useViewModel(
    () => new UploadModel({ hub, incidentId, kept, onArrived: () => void loader.reload() }),
  );
  const over = incident.value?.state === "closed";
  useEffect(() => {
    if (over) void kept.forget(incidentId);
  }, [over, kept, incidentId]);
  const waiting = uploads.filter(({ state }) => state !== "failed").length;
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
                <TakeMedia uploads={uploads} model={sending} />
                <MediaList incidentId={incidentId} media={shown.media} />
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
                <p>{t("incident.closeAsk")}</p>
                {waiting > 0 && <Banner tone="danger">{t("incident.closeWaiting", { count: waiting })}</Banner>}
              </ConfirmDialog>
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
