import { declineReasons, type EnquiryAction, enquiryActions } from "@tsunagi/contracts/codes/negotiation";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Select, Switch } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { TextArea } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { type ActValues, actForm, fieldsOf } from "./act.model.ts";

export interface ActDialogProps {
  readonly action: EnquiryAction;
  /** Days to begin with, one a line. */
  readonly days?: string;
  readonly submit: (values: ActValues, signal: AbortSignal) => Promise<void>;
  readonly onClose: () => void;
}

/** One act on an enquiry with what it needs: a reason, conditions, days. */
export function ActDialog({ action, days = "", submit, onClose }: ActDialogProps) {
  const { t, language } = useText();
  const options = useOptions();
  const [form, actions] = useViewModel(() => actForm(action, days, submit));
  const bind = useBinding(form, actions.set);
  const fields = fieldsOf(action);
  const refused = form.failure?.kind === "problem" && form.failure.problem.code === "identifyingText";
  const title = enquiryActions.label(action, language);
  return (
    <Dialog
      narrow
      title={title}
      onClose={onClose}
      onSubmit={() => void actions.submit()}
      locked={form.busy}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            type="submit"
            variant={action === "decline" || action === "withdraw" ? "danger" : "primary"}
            busy={form.busy && t("negotiation.doing")}
          >
            {title}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      {fields.reason && (
        <Select
          {...bind("reason")}
          label={t("negotiation.reason")}
          options={options(declineReasons)}
          empty="—"
          required
        />
      )}
      {fields.days && <TextArea {...bind("days")} label={t(fields.days)} rows={3} required />}
      {fields.text && (
        <TextArea
          {...bind("text")}
          label={t(fields.text)}
          rows={3}
          maxLength={1000}
          required={fields.textNeeded ?? false}
        />
      )}
      {refused && (
        <Switch
          label={t("negotiation.lookedAt")}
          checked={form.values.lookedAt}
          onChange={(lookedAt) => actions.set({ lookedAt })}
        />
      )}
    </Dialog>
  );
}
