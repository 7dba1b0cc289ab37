import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { IconButton } from "./Button.tsx";
import { cx } from "./cx.ts";
import styles from "./Dialog.module.css";

export interface DialogProps {
  readonly title: string;
  /** Called by Esc, the cross and a tap outside; not while `locked`. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  readonly narrow?: boolean;
  /** It works on something: it cannot be closed now. */
  readonly locked?: boolean;
  /** When given, content and actions are one form and Enter sends it. */
  readonly onSubmit?: () => void;
}

/**
 * A modal dialog on the native element, which keeps the focus inside and gives it back. Mounted = open. On phones it
 * comes from below as a sheet.
 */
export function Dialog({ title, onClose, children, actions, narrow, locked = false, onSubmit }: DialogProps) {
  const { t } = useText();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close(); // while it is still in the page: only then the focus goes back
  }, []);
  const content = (
    <>
      <div className={styles["head"]}>
        <h2 className={styles["title"]} id={titleId}>
          {title}
        </h2>
        {!locked && <IconButton label={t("common.close")} icon={X} onClick={onClose} />}
      </div>
      <div className={styles["body"]}>{children}</div>
      {actions && <div className={styles["actions"]}>{actions}</div>}
    </>
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way out is Esc, which the element turns into `cancel`
    <dialog
      ref={element}
      className={cx(styles["dialog"], narrow && styles["narrow"])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== element.current) return; // a file chooser inside was dismissed
        event.preventDefault();
        if (!locked) onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current && !locked) onClose();
      }}
    >
      {onSubmit ? (
        <form
          className={styles["inner"]}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {content}
        </form>
      ) : (
        <div className={styles["inner"]}>{content}</div>
      )}
    </dialog>
  );
}
