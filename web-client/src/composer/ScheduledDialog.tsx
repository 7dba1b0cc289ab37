import { useState } from "react";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Banner } from "../kit/State.tsx";
import styles from "./Held.module.css";
import type { Scheduled } from "./scheduled.model.ts";

export interface ScheduledDialogProps {
  readonly scheduled: readonly Scheduled[];
  /** Resolves to false when it was sent already; rejects when there is no line. */
  readonly onCancel: (id: string) => Promise<boolean>;
  /** Cancels it, and its words are in the field again. */
  readonly onEdit: (id: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** What is to be sent later in this conversation. */
export default function ScheduledDialog({ scheduled, onCancel, onEdit, onClose }: ScheduledDialogProps) {
  const { t, language } = useText();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<"offline" | "sent">();
  const act = async (id: string, work: (id: string) => Promise<boolean>): Promise<boolean> => {
    setBusy(id);
    setProblem(undefined);
    try {
      const stopped = await work(id);
      if (!stopped) setProblem("sent");
      return stopped;
    } catch {
      setProblem("offline");
      return false;
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Dialog title={t("composer.scheduledTitle")} onClose={onClose}>
      {problem && (
        <Banner tone="warning" live>
          {t(problem === "sent" ? "composer.scheduledSent" : "composer.scheduledOffline")}
        </Banner>
      )}
      {scheduled.length === 0 && <p>{t("composer.scheduledNone")}</p>}
      <ul className={styles["list"]}>
        {scheduled.map(({ id, at, draft }) => (
          <li key={id} className={styles["scheduled"]}>
            <strong>{formatDateTime(at, language)}</strong>
            <p className={styles["text"]}>{draft.text}</p>
            <div className={styles["line"]}>
              <Button
                size="small"
                busy={busy === id && t("composer.scheduling")}
                onClick={() => void act(id, onEdit).then((stopped) => stopped && onClose())}
              >
                {t("composer.scheduledEdit")}
              </Button>
              <Button size="small" variant="quiet" onClick={() => void act(id, onCancel)}>
                {t("composer.scheduledCancel")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
