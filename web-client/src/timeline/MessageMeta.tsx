import { Check, CircleAlert, Clock, CloudUpload } from "lucide-react";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Hidden } from "../kit/State.tsx";
import type { TimelineEvent } from "../matrix/models.ts";
import styles from "./Message.module.css";
import type { MessageAct } from "./MessageMenu.tsx";
import type { MessageRow } from "./rows.ts";

interface Props {
  readonly row: MessageRow;
  readonly readCount: number;
  readonly onAct: (act: MessageAct, event: TimelineEvent) => void;
}

/** Time, and of one's own messages how far they have come: 送信中, 未送信, 送信済, 既読 n. */
export function MessageMeta({ row, readCount, onAct }: Props) {
  const { t, language } = useText();
  const { event, own, tile } = row;
  if (event.send === "failed") return <NotSent event={event} onAct={onAct} />;
  const withState = own && tile.kind !== "redacted";
  return (
    <div className={styles["meta"]}>
      {withState && event.send === "waiting" && <Waiting event={event} onAct={onAct} />}
      {withState && event.send === "sending" && (
        <span className={styles["state"]}>
          <Clock size={14} aria-hidden />
          {t("timeline.sending")}
        </span>
      )}
      {withState && event.send === "sent" && <ReadState event={event} count={readCount} onAct={onAct} />}
      <time dateTime={new Date(event.sentAt).toISOString()}>{formatTime(event.sentAt, language)}</time>
    </div>
  );
}

function ReadState({ event, count, onAct }: { event: TimelineEvent; count: number; onAct: Props["onAct"] }) {
  const { t } = useText();
  return (
    <button
      type="button"
      className={styles["read"]}
      aria-label={t(count > 0 ? "timeline.readByLabel" : "timeline.notReadLabel", { count })}
      onClick={() => onAct("readers", event)}
    >
      {count > 0 ? (
        t("timeline.readBy", { count })
      ) : (
        <>
          <Check size={14} aria-hidden />
          {t("timeline.sent")}
        </>
      )}
    </button>
  );
}

/** It goes out by itself when there is a line; until then it can be taken back. */
function Waiting({ event, onAct }: { event: TimelineEvent; onAct: Props["onAct"] }) {
  const { t } = useText();
  return (
    <>
      <span className={styles["state"]}>
        <CloudUpload size={14} aria-hidden />
        {t("timeline.waiting")}
        <Hidden>{t("timeline.waitingHint")}</Hidden>
      </span>
      <Button size="small" variant="quiet" onClick={() => onAct("giveUp", event)}>
        {t("timeline.giveUp")}
      </Button>
    </>
  );
}

function NotSent({ event, onAct }: { event: TimelineEvent; onAct: Props["onAct"] }) {
  const { t } = useText();
  return (
    <div className={styles["failed"]} role="alert">
      <span className={styles["state"]}>
        <CircleAlert size={16} aria-hidden />
        {t("timeline.failed")}
        <Hidden>{t("timeline.failedHint")}</Hidden>
      </span>
      <div className={styles["failedActs"]}>
        <Button size="small" onClick={() => onAct("resend", event)}>
          {t("timeline.resend")}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onAct("giveUp", event)}>
          {t("timeline.giveUp")}
        </Button>
      </div>
    </div>
  );
}
