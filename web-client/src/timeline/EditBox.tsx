import { type KeyboardEvent, useEffect, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import styles from "./EditBox.module.css";

interface Props {
  readonly text: string;
  /** How many have confirmed what it says now. */
  readonly confirmed: number;
  readonly onType: (text: string) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** A message being put right in its place. Enter begins a line; Ctrl + Enter saves, Esc leaves it as it was. */
export function EditBox({ text, confirmed, onType, onSave, onCancel }: Props) {
  const { t } = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onCancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave();
  };
  return (
    <div className={styles["box"]}>
      <textarea
        ref={field}
        className={styles["field"]}
        aria-label={t("marks.editLabel")}
        rows={Math.min(12, text.split("\n").length + 1)}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {confirmed > 0 && <p className={styles["hint"]}>{t("marks.editAfterAck", { count: confirmed })}</p>}
      <div className={styles["acts"]}>
        <Button size="small" onClick={onCancel}>
          {t("marks.editCancel")}
        </Button>
        <Button size="small" variant="primary" disabled={text.trim() === ""} onClick={onSave}>
          {t("marks.editSave")}
        </Button>
      </div>
    </div>
  );
}
