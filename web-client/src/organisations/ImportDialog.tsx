import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { FormProblems } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { type ImportReport, ImportReportView } from "./ImportReport.view.tsx";

/** Loading one public open-data file, as it was downloaded. */
export function ImportDialog({ onImported, onClose }: { onImported: () => void; onClose: () => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const input = useRef<HTMLInputElement>(null);
  const [report, setReport] = useState<ImportReport>();
  const [form, actions] = useViewModel(
    () =>
      new Form<{ readonly file: File | undefined }>({
        initial: { file: undefined },
        submit: async ({ file }, signal) => {
          if (!file) return;
          setReport(await hub.call("importOrganisations", { bytes: file, signal }));
          onImported();
        },
      }),
  );
  const take = (file: File | undefined) => {
    if (!file) return;
    setReport(undefined);
    actions.set({ file });
    void actions.submit();
  };
  return (
    <Dialog
      title={t("organisations.importTitle")}
      onClose={onClose}
      locked={form.busy}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.close")}
          </Button>
          <Button
            variant="primary"
            icon={FileUp}
            busy={form.busy && t("organisations.importing")}
            onClick={() => input.current?.click()}
          >
            {report ? t("organisations.importAgain") : t("organisations.importChoose")}
          </Button>
        </>
      }
    >
      <p>{t("organisations.importText")}</p>
      <FormProblems form={form} />
      {report && <ImportReportView report={report} />}
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv"
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </Dialog>
  );
}
