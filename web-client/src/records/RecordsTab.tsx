import type { PersonView } from "@tsunagi/contracts/rest/people";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { CorrectRecordDialog } from "./CorrectRecordDialog.tsx";
import { HistoryDialog } from "./HistoryDialog.tsx";
import { RecordsView } from "./Records.view.tsx";
import { mayAmend } from "./recordForm.ts";
import { RecordsModel } from "./records.model.ts";
import { WriteRecordDialog } from "./WriteRecordDialog.tsx";

type Open =
  | { readonly name: "write" }
  | { readonly name: "correct" | "cancel" | "history"; readonly record: CareRecordView };

/** The records of a person, on their page. */
export function RecordsTab({ person }: { person: PersonView }) {
  const { t } = useText();
  const { hub, session } = useWorkplace();
  const toasts = useToasts();
  const [open, setOpen] = useState<Open>();
  const params = { personId: person.id };
  const [snapshot, model] = useViewModel(
    () => new RecordsModel((query, signal) => hub.call("listRecords", { params, query, signal })),
  );
  const team = person.teams.find(({ state, mine }) => state === "active" && mine);
  const close = () => setOpen(undefined);
  const done = (text: string) => {
    close();
    toasts.show({ text });
    void model.reload();
  };
  return (
    <>
      <RecordsView
        snapshot={snapshot}
        mayWrite={team !== undefined && session.permissions.includes("record.write")}
        mayAmend={(record) => mayAmend(record, session)}
        onFilter={model.filter}
        onOlder={() => void model.older()}
        onRetry={() => void model.reload()}
        onWrite={() => setOpen({ name: "write" })}
        onCorrect={(record) => setOpen({ name: "correct", record })}
        onCancel={(record) => setOpen({ name: "cancel", record })}
        onHistory={(record) => setOpen({ name: "history", record })}
      />
      {open?.name === "write" && team && (
        <WriteRecordDialog
          personId={person.id}
          teamId={team.id}
          onWritten={() => done(t("records.written"))}
          onClose={close}
        />
      )}
      {open?.name === "correct" && (
        <CorrectRecordDialog record={open.record} onCorrected={() => done(t("records.correctDone"))} onClose={close} />
      )}
      {open?.name === "cancel" && (
        <ReasonDialog
          title={t("records.cancelTitle")}
          confirmLabel={t("records.cancelRecord")}
          busyLabel={t("records.cancelling")}
          reason={{ label: t("records.reason"), hint: t("records.cancelReasonHint"), required: true }}
          submit={async (reason, signal) => {
            await hub.call("cancelRecord", { params: { recordId: open.record.id }, body: { reason }, signal });
            done(t("records.cancelDone"));
          }}
          onClose={close}
        >
          {t("records.cancelText")}
        </ReasonDialog>
      )}
      {open?.name === "history" && <HistoryDialog recordId={open.record.id} onClose={close} />}
    </>
  );
}
