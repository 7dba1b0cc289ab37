import { CalendarClock, Hand, type LucideIcon, Reply, Siren, X } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button, IconButton } from "../kit/Button.tsx";
import { CommandLineHint } from "./CommandLineHint.tsx";
import styles from "./Composer.module.css";
import type { ComposerProps } from "./composerProps.ts";

/** What goes with the message: an answer to somebody, urgency, a request for confirmation. */
export function ComposerNotes({ snapshot, actions, replyName, replyText, scheduledCount, onOpen }: ComposerProps) {
  const { t } = useText();
  const { replyTo, askAck, urgent, commandsFailed } = snapshot;
  return (
    <>
      {commandsFailed && (
        <p className={styles["note"]} role="status">
          {t("composer.commandsFailed")}
        </p>
      )}
      {snapshot.line && <CommandLineHint line={snapshot.line} onName={(name) => actions.type(`/${name} `)} />}
      {scheduledCount > 0 && (
        <div className={styles["note"]}>
          <CalendarClock size={18} aria-hidden />
          <span className={styles["noteText"]}>{t("composer.scheduledCount", { count: scheduledCount })}</span>
          <Button size="small" onClick={() => onOpen("scheduled")}>
            {t("composer.scheduledOpen")}
          </Button>
        </div>
      )}
      {replyTo && (
        <div className={styles["note"]}>
          <Reply size={18} aria-hidden />
          <span className={styles["noteText"]}>
            <strong>{t("composer.replyingTo", { name: replyName })}</strong>
            <span className={styles["noteQuote"]}>{replyText}</span>
          </span>
          <IconButton icon={X} label={t("composer.stopReply")} onClick={() => actions.reply(null)} />
        </div>
      )}
      {urgent && (
        <Mark
          tone="urgent"
          icon={Siren}
          text={t("composer.sendingUrgent")}
          stop={t("composer.stopUrgent")}
          onStop={() => actions.setUrgent(false)}
        />
      )}
      {askAck && (
        <Mark
          tone="ack"
          icon={Hand}
          text={t("composer.askingAck")}
          stop={t("composer.stopAskAck")}
          onStop={() => actions.setAskAck(false)}
        />
      )}
    </>
  );
}

interface MarkProps {
  readonly tone: "urgent" | "ack";
  readonly icon: LucideIcon;
  readonly text: string;
  readonly stop: string;
  readonly onStop: () => void;
}

function Mark({ tone, icon: Icon, text, stop, onStop }: MarkProps) {
  return (
    <div className={styles["note"]} data-tone={tone} role="status">
      <Icon size={18} aria-hidden />
      <span className={styles["noteText"]}>{text}</span>
      <IconButton icon={X} label={stop} onClick={onStop} />
    </div>
  );
}
