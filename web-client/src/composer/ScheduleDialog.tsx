import { useState } from "react";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Banner } from "../kit/State.tsx";
import { TextField } from "../kit/TextField.tsx";
import styles from "./Held.module.css";
import { checkTime, fieldTime, likelyTimes, MOST_DAYS, type ScheduleProblem, timeOf } from "./schedule.ts";

export interface ScheduleDialogProps {
  readonly text: string;
  /** Rejects when there is no line: nothing is scheduled then. */
  readonly onSchedule: (at: number) => Promise<void>;
  readonly onClose: () => void;
}

const HOUR = 60 * 60_000;

/** When a message is to be sent. */
export default function ScheduleDialog({ text, onSchedule, onClose }: ScheduleDialogProps) {
  const { t, language } = useText();
  const [opened] = useState(() => Date.now());
  const [time, setTime] = useState(() => fieldTime(opened + HOUR));
  const [problem, setProblem] = useState<ScheduleProblem | "notSent" | null>(null);
  const [busy, setBusy] = useState(false);
  const schedule = async (chosen: string) => {
    setTime(chosen);
    const wrong = checkTime(chosen, Date.now());
    setProblem(wrong);
    if (wrong || busy) return;
    setBusy(true);
    try {
      await onSchedule(timeOf(chosen) ?? 0);
      onClose();
    } catch {
      setProblem("notSent");
      setBusy(false);
    }
  };
  return (
    <Dialog
      narrow
      title={t("composer.scheduleTitle")}
      onClose={onClose}
      locked={busy}
      onSubmit={() => void schedule(time)}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary" busy={busy && t("composer.scheduling")}>
            {t("composer.scheduleDo")}
          </Button>
        </>
      }
    >
      <p className={styles["text"]}>{text}</p>
      <div className={styles["line"]}>
        {likelyTimes(opened).map((at) => (
          <Button key={at} size="small" onClick={() => void schedule(fieldTime(at))}>
            {formatDateTime(at, language)}
          </Button>
        ))}
      </div>
      <TextField
        type="datetime-local"
        label={t("composer.scheduleAt")}
        hint={t("composer.scheduleHint", { days: MOST_DAYS })}
        value={time}
        error={problem && problem !== "notSent" ? t(`composer.schedule_${problem}`) : undefined}
        onChange={(value) => {
          setTime(value);
          setProblem(checkTime(value, Date.now()));
        }}
      />
      {problem === "notSent" && (
        <Banner tone="danger" live>
          {t("composer.scheduleNotSent")}
        </Banner>
      )}
    </Dialog>
  );
}
