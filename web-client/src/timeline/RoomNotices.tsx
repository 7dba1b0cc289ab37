import { Hand, Pin } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Hidden } from "../kit/State.tsx";
import { previewText } from "../rooms/preview.ts";
import type { Pinned } from "./pins.ts";
import styles from "./RoomNotices.module.css";
import { tileOf } from "./tileOf.ts";
import { useTools } from "./tools.ts";

interface Props {
  readonly pins: readonly Pinned[];
  /** Messages that wait for one's own confirmation, oldest first. */
  readonly waiting: readonly string[];
  readonly onWaiting: () => void;
  readonly onPins: () => void;
}

/** Above the conversation, in one line: what waits for me, and what is important here. */
export function RoomNotices({ pins, waiting, onWaiting, onPins }: Props) {
  const text = useText();
  const { t } = text;
  const { keeperUserId } = useTools();
  const latest = pins[0]?.event;
  const tile = latest && tileOf(latest, keeperUserId);
  const words = tile ? previewText(tile, text) : "";
  const count = waiting.length;
  return (
    <div className={styles["bar"]} hidden={count === 0 && pins.length === 0}>
      <span aria-live="polite">
        {count > 0 && (
          <button
            type="button"
            className={styles["waiting"]}
            aria-label={t("asks.waitingBarLabel", { count })}
            onClick={onWaiting}
          >
            <Hand size={18} aria-hidden />
            {t("asks.waitingBar", { count })}
          </button>
        )}
      </span>
      {pins.length > 0 && (
        <button type="button" className={styles["pins"]} onClick={onPins}>
          <Pin size={18} aria-hidden />
          <span className={styles["count"]}>{t("marks.pinsBar", { count: pins.length })}</span>
          <span className={styles["words"]}>{words}</span>
          <Hidden>{t("marks.pinsBarMore")}</Hidden>
        </button>
      )}
    </div>
  );
}
