import type { ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { FormProblems } from "../kit/useForm.tsx";
import { ConsentFields } from "./ConsentFields.tsx";
import { DocumentField } from "./DocumentField.tsx";
import { useConsentEntry } from "./useConsentEntry.ts";

export interface RecordConsentDialogProps {
  readonly personId: string;
  readonly scopes: readonly ConsentScope[];
  readonly onRecorded: (consent: ConsentView) => void;
  readonly onClose: () => void;
}

/** Recording a consent on the person's page. */
export function RecordConsentDialog({ personId, scopes, onRecorded, onClose }: RecordConsentDialogProps) {
  const { t } = useText();
  const { form, actions, document, documents } = useConsentEntry(personId, scopes, onRecorded);
  const busy = document.uploading ? t("consent.documentUploading") : form.busy && t("consent.recording");
  return (
    <Dialog
      title={t("consent.recordTitle")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t("consent.record")}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      <ConsentFields form={form} onChange={actions.set} />
      <DocumentField document={document} onChoose={(file) => void documents.choose(file)} onRemove={documents.remove} />
    </Dialog>
  );
}
