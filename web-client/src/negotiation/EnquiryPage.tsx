import { type EnquiryAction, enquiryStates } from "@tsunagi/contracts/codes/negotiation";
import type { CaseDocumentView, ReceivedEnquiryView } from "@tsunagi/contracts/rest/negotiation";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { formatEraDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Card, Facts } from "../kit/Card.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { roomAddress } from "../rooms/address.ts";
import { saveFile } from "../timeline/saveFile.ts";
import { ActDialog } from "./ActDialog.tsx";
import { daysOf } from "./act.model.ts";
import { useActionLabel } from "./asker.ts";
import { DocumentList } from "./DocumentsCard.tsx";
import { DueBadge } from "./DueBadge.tsx";
import styles from "./negotiation.module.css";
import { ConsiderationCard, SheetCard } from "./SheetCard.tsx";
import { Steps } from "./Steps.tsx";

const ANSWERS = [
  "accept",
  "conditional",
  "discuss",
  "requestInfo",
  "waitlist",
  "decline",
  "review",
  "proposeVisit",
  "toCommittee",
  "setDate",
  "complete",
] as const;
type FacilityAction = (typeof ANSWERS)[number];

/** Asked again while the page is open. */
const AGAIN_MS = 15_000;

/** One enquiry as the facility sees it, and its answers. */
export function EnquiryPage({ enquiryId }: { enquiryId: string }) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [doing, setDoing] = useState<FacilityAction>();
  const [enquiry, loader] = useViewModel(
    () =>
      new Loader<ReceivedEnquiryView>((signal) => hub.call("readEnquiry", { params: { enquiryId }, signal }), {
        again: ({ sheet }) => (sheet ? AGAIN_MS : undefined),
      }),
  );
  useDocumentTitle(t("negotiation.title"));
  const { value } = enquiry;
  return (
    <Page
      title={value ? `${t("negotiation.title")} ${value.code}` : t("negotiation.title")}
      mark={
        value && (
          <span className={styles["state"]} data-state={value.state}>
            {enquiryStates.label(value.state, language)}
          </span>
        )
      }
      subtitle={value ? `${t("negotiation.from")}：${value.askerName}　→　${value.facility.name}` : "　"}
      back="/enquiries"
      narrow
    >
      <Loaded of={enquiry} onRetry={() => void loader.reload()}>
        {(loaded) => (
          <Stack>
            <DueBadge enquiry={loaded} />
            {!loaded.sheet && <Banner>{t("negotiation.over")}</Banner>}
            <Acts enquiry={loaded} onAct={setDoing} />
            {loaded.identity ? (
              <IdentityCard identity={loaded.identity} />
            ) : (
              loaded.sheet && <p>{t("negotiation.noName")}</p>
            )}
            {loaded.sheet && <SheetCard sheet={loaded.sheet} title={t("negotiation.sheet")} />}
            {loaded.consideration && <ConsiderationCard sheet={loaded.consideration} />}
            {loaded.documents.length > 0 && <Documents enquiry={loaded} />}
            <Steps steps={loaded.steps} />
            {doing && (
              <ActDialog
                action={doing}
                submit={async (values, signal) => {
                  const { text, reason } = values;
                  const body = {
                    action: doing,
                    text,
                    reason: reason === "" ? null : reason,
                    dates: daysOf(values),
                    version: loaded.version,
                  };
                  loader.put(await hub.call("answerEnquiry", { params: { enquiryId }, body, signal }));
                  setDoing(undefined);
                  toasts.show({ text: t("negotiation.done") });
                }}
                onClose={() => {
                  setDoing(undefined);
                  void loader.reload();
                }}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Acts({ enquiry, onAct }: { enquiry: ReceivedEnquiryView; onAct: (action: FacilityAction) => void }) {
  const { t } = useText();
  const labelOf = useActionLabel();
  const { actions, roomId } = enquiry;
  const mine = ANSWERS.filter((action) => actions.includes(action satisfies EnquiryAction));
  return (
    <div className={styles["acts"]}>
      {mine.map((action) => (
        <Button
          key={action}
          variant={action === "accept" ? "primary" : action === "decline" ? "danger" : "plain"}
          onClick={() => onAct(action)}
        >
          {labelOf(action)}
        </Button>
      ))}
      {roomId && <ButtonLink href={roomAddress(roomId)}>{t("negotiation.room")}</ButtonLink>}
    </div>
  );
}

function IdentityCard({ identity }: { identity: NonNullable<ReceivedEnquiryView["identity"]> }) {
  const { t, language } = useText();
  const facts = [
    { label: t("negotiation.kana"), value: `${identity.familyKana} ${identity.givenKana}` },
    { label: t("negotiation.birthDate"), value: formatEraDate(identity.birthDate, language) },
    { label: t("negotiation.address"), value: identity.address || "—" },
    { label: t("negotiation.phone"), value: identity.phone || "—" },
  ];
  return (
    <Card title={`${identity.familyName} ${identity.givenName}`}>
      <p className={styles["when"]}>{t("negotiation.identityRecorded")}</p>
      <Facts facts={facts} />
    </Card>
  );
}

function Documents({ enquiry }: { enquiry: ReceivedEnquiryView }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const open = async ({ id: documentId, mediaType, title }: CaseDocumentView) => {
    const params = { enquiryId: enquiry.id, documentId };
    const file = await hub.file("readReceivedDocument", { params });
    saveFile(file, `${title}.${mediaType.split("/")[1] ?? ""}`);
  };
  return (
    <Card title={t("negotiation.documents")}>
      <DocumentList documents={enquiry.documents} onOpen={(document) => void open(document)} />
    </Card>
  );
}
