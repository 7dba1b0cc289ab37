import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { IconButton } from "../kit/Button.tsx";
import styles from "./SidePanel.module.css";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Stays at the foot while the rest scrolls. */
  readonly foot: ReactNode;
}

/** Beside the conversation on a wide screen, in front of it on a telephone. Esc and the cross close it. */
export function SidePanel({ title, onClose, children, foot }: Props) {
  const { t } = useText();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={styles["panel"]}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== element.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles["inner"]}>
        <div className={styles["head"]}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon={X} label={t("common.close")} onClick={onClose} />
        </div>
        <div className={styles["body"]}>{children}</div>
        <div className={styles["foot"]}>{foot}</div>
      </div>
    </dialog>
  );
}
