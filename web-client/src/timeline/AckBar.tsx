import { CircleCheckBig, Hand } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import type { TimelineEvent } from "../matrix/models.ts";
import type { Confirmations } from "./confirmations.ts";
import styles from "./Message.module.css";
import type { MessageAct } from "./MessageMenu.tsx";

interface Props {
  readonly event: TimelineEvent;
  readonly me: string;
  readonly confirmations: Confirmations;
  readonly onAct: (act: MessageAct, event: TimelineEvent) => void;
}

/** Under a message that asks for a confirmation: the button for those asked, and how many have confirmed. */
export function AckBar({ event, me, confirmations: { confirmed, waiting }, onAct }: Props) {
  const { t } = useText();
  const done = confirmed.length;
  const all = done + waiting.length;
  const asked = event.sender !== me;
  return (
    <div className={styles["ack"]}>
      {asked && waiting.includes(me) && (
        <Button variant="primary" size="small" icon={CircleCheckBig} onClick={() => onAct("confirm", event)}>
          {t("timeline.ackDo")}
        </Button>
      )}
      {asked && !waiting.includes(me) && (
        <span className={styles["ackDone"]}>
          <CircleCheckBig size={18} aria-hidden />
          {t("timeline.ackDone")}
        </span>
      )}
      {!asked && (
        <span className={styles["ackAsked"]}>
          <Hand size={16} aria-hidden />
          {t("timeline.ackWanted")}
        </span>
      )}
      <button
        type="button"
        className={styles["read"]}
        aria-label={t("timeline.ackCountLabel", { done, all })}
        onClick={() => onAct("confirmations", event)}
      >
        {t("timeline.ackCount", { done, all })}
      </button>
    </div>
  );
}
