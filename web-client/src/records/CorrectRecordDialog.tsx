import { recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { RadioGroup } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { correctForm } from "./recordForm.ts";

export interface CorrectRecordDialogProps {
  readonly record: CareRecordView;
  readonly onCorrected: () => void;
  readonly onClose: () => void;
}

/** Correcting a record by a new version. */
export function CorrectRecordDialog({ record, onCorrected, onClose }: CorrectRecordDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [form, actions] = useViewModel(() =>
    correctForm(record, async (body, signal) => {
      await hub.call("correctRecord", { params: { recordId: record.id }, body, signal });
      onCorrected();
    }),
  );
  const bind = useBinding(form, actions.set);
  return (
    <Dialog
      title={t("records.correctTitle")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("records.correcting")}>
            {t("records.correct")}
          </Button>
        </>
      }
    >
      <p>{t("records.correctText")}</p>
      <FormProblems form={form} />
      <RadioGroup {...bind("kind")} label={t("records.kind")} options={options(recordKinds)} />
      <TextArea {...bind("text")} label={t("records.text")} required rows={5} />
      <TextField
        {...bind("reason")}
        label={t("records.reason")}
        hint={t("records.correctReasonHint")}
        required
        maxLength={200}
        autoComplete="off"
      />
    </Dialog>
  );
}
