import type { ReactNode } from "react";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import { Form } from "./form.ts";
import { TextArea } from "./TextField.tsx";
import { FormProblems, useBinding } from "./useForm.tsx";
import { useViewModel } from "./useViewModel.ts";

export interface ReasonDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly children?: ReactNode;
  readonly confirmLabel: string;
  readonly busyLabel: string;
  readonly danger?: boolean;
  /** Left out = no reason is asked for. */
  readonly reason?: { readonly label: string; readonly hint?: string; readonly required: boolean };
  readonly submit: (reason: string, signal: AbortSignal) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before an act, and why it is done; shows what the hub says when it refuses. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, confirmLabel, busyLabel, danger = true, reason, submit, onClose } = props;
  const [form, actions] = useViewModel(
    () =>
      new Form<{ readonly reason: string }>({
        initial: { reason: "" },
        check: (values) => (reason?.required && values.reason.trim() === "" ? { reason: "fields.needed" } : {}),
        submit: (values, signal) => submit(values.reason.trim(), signal),
      }),
  );
  const bind = useBinding(form, actions.set);
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={confirmLabel}
      danger={danger}
      busy={form.busy && busyLabel}
      onConfirm={() => void actions.submit()}
      onCancel={onClose}
    >
      <FormProblems form={form} />
      {typeof children === "string" ? <p>{children}</p> : children}
      {reason && (
        <TextArea
          {...bind("reason")}
          label={reason.label}
          hint={reason.hint}
          required={reason.required}
          rows={2}
          maxLength={200}
        />
      )}
    </ConfirmDialog>
  );
}
