import type { ReactNode } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

export interface ConfirmDialogProps {
  /** The question itself: 「このメッセージを取り消しますか？」 */
  readonly title: string;
  /** What will happen, before it happens. */
  readonly children?: ReactNode;
  /** The verb on the button, never はい. */
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly busy?: string | false | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before an act that cannot simply be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, danger = false, busy, onConfirm, onCancel } = props;
  const { t } = useText();
  return (
    <Dialog
      narrow
      title={title}
      onClose={onCancel}
      onSubmit={onConfirm}
      locked={Boolean(busy)}
      actions={
        <>
          <Button onClick={onCancel} disabled={Boolean(busy)}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant={danger ? "danger" : "primary"} busy={busy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {typeof children === "string" ? <p>{children}</p> : children}
    </Dialog>
  );
}
