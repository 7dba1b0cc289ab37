import { attachmentTitles } from "@tsunagi/contracts/codes/negotiation";
import type { CaseDocumentView, NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { FileText, Paperclip } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { type Failure, failureOf } from "../hub/failure.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Select } from "../kit/Choice.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Inline } from "../kit/Page.tsx";
import { Hidden } from "../kit/State.tsx";
import styles from "./negotiation.module.css";
import { SummaryDialog } from "./SummaryDialog.tsx";

export interface DocumentsCardProps {
  readonly view: NegotiationCaseView;
  readonly onChanged: (view: NegotiationCaseView) => void;
}

/** Summaries and files of a case: made here, given with a disclosure. */
export function DocumentsCard({ view, onChanged }: DocumentsCardProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [title, setTitle] = useState<(typeof attachmentTitles.codes)[number]>("nursing");
  const file = useRef<HTMLInputElement>(null);
  const attach = async (event: ChangeEvent<HTMLInputElement>) => {
    const bytes = event.target.files?.[0];
    event.target.value = "";
    if (!bytes) return;
    setFailure(undefined);
    try {
      onChanged(await hub.call("attachCaseDocument", { params: { caseId: view.id }, query: { title }, bytes }));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <Card title={t("negotiation.documents")}>
      {failure && <FailureBanner failure={failure} />}
      <DocumentList documents={view.documents} />
      {view.state !== "closed" && (
        <>
          <Inline>
            <Button icon={FileText} onClick={() => setMaking(true)}>
              {t("negotiation.summaryMake")}
            </Button>
          </Inline>
          <Inline>
            <Select
              label={t("negotiation.attachKind")}
              value={title}
              onChange={(chosen) => chosen !== "" && setTitle(chosen)}
              options={options(attachmentTitles)}
            />
            <Button icon={Paperclip} onClick={() => file.current?.click()}>
              {t("negotiation.attach")}
            </Button>
            <input
              ref={file}
              type="file"
              hidden
              accept="application/pdf,image/jpeg,image/png"
              aria-label={t("negotiation.attach")}
              onChange={(event) => void attach(event)}
            />
          </Inline>
        </>
      )}
      {making && (
        <SummaryDialog
          view={view}
          onApproved={(changed) => {
            setMaking(false);
            onChanged(changed);
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </Card>
  );
}

/** @param onOpen opens a file; summaries are read in place */
export function DocumentList({
  documents,
  onOpen,
}: {
  documents: readonly CaseDocumentView[];
  onOpen?: (document: CaseDocumentView) => void;
}) {
  const { t } = useText();
  if (documents.length === 0) return <p>{t("negotiation.documentsNone")}</p>;
  return (
    <ul className={styles["plainList"]}>
      {documents.map((document) => (
        <li key={document.id}>
          <strong>{document.title}</strong>{" "}
          <Badge>{t(document.level === 2 ? "negotiation.summaryLevel2" : "negotiation.summaryLevel1")}</Badge>
          {document.approvedBy && (
            <span className={styles["when"]}>{t("negotiation.approvedBy", { name: document.approvedBy })}</span>
          )}
          {document.text && (
            <details className={styles["summary"]}>
              <summary>
                {t("negotiation.openFile")}
                <Hidden>{document.title}</Hidden>
              </summary>
              <p className={styles["words"]}>{document.text}</p>
            </details>
          )}
          {!document.text && onOpen && (
            <Button size="small" onClick={() => onOpen(document)}>
              {t("negotiation.openFile")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
