import { openDataImportId } from "@tsunagi/contracts/ids";
import { FileUp } from "lucide-react";
import { useRef } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { ImportProgressView } from "./ImportProgress.view.tsx";
import { ImportReportView } from "./ImportReport.view.tsx";
import { ImportModel } from "./import.model.ts";

/** Loading one public open-data file, as it was downloaded. */
export function ImportDialog({ onImported, onClose }: { onImported: () => void; onClose: () => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const input = useRef<HTMLInputElement>(null);
  const [{ busy, run, rejections, moreRejections, failure }, model] = useViewModel(() => {
    const params = (id: string) => ({ importId: openDataImportId.parse(id) });
    return new ImportModel(
      {
        start: ({ name, size }, signal) => hub.call("startImport", { body: { fileName: name, bytes: size }, signal }),
        load: (id, file, signal) => hub.call("loadImport", { params: params(id), bytes: file, signal }),
        read: (id, signal) => hub.call("readImport", { params: params(id), signal }),
        rejections: (id, after, signal) =>
          hub.call("listRejections", { params: params(id), query: { after, limit: 200 }, signal }),
      },
      onImported,
    );
  });
  return (
    <Dialog
      title={t("organisations.importTitle")}
      onClose={onClose}
      locked={busy}
      actions={
        <>
          <Button onClick={onClose} disabled={busy}>
            {t("common.close")}
          </Button>
          <Button
            variant="primary"
            icon={FileUp}
            busy={busy && t("organisations.importing")}
            onClick={() => input.current?.click()}
          >
            {run && !busy ? t("organisations.importAgain") : t("organisations.importChoose")}
          </Button>
        </>
      }
    >
      <p>{t("organisations.importText")}</p>
      {failure && <FailureBanner failure={failure} />}
      {busy && run && <ImportProgressView run={run} />}
      {run?.state === "done" && (
        <ImportReportView
          report={run}
          rejections={rejections}
          onMore={moreRejections ? () => void model.nextRejections() : undefined}
        />
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void model.send(file);
        }}
      />
    </Dialog>
  );
}
