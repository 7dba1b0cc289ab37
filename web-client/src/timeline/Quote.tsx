import { useText } from "../i18n/text.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import { previewText } from "../rooms/preview.ts";
import styles from "./Message.module.css";
import { tileOf } from "./tileOf.ts";
import { useTools } from "./tools.ts";

/** What a reply answers; a tap leads there. */
export function Quote({ event, onJump }: { event: TimelineEvent | null; onJump: () => void }) {
  const text = useText();
  const { nameOf, keeperUserId } = useTools();
  if (!event) return <p className={styles["quote"]}>{text.t("timeline.quoteMissing")}</p>;
  const tile = tileOf(event, keeperUserId);
  return (
    <button type="button" className={styles["quote"]} title={text.t("timeline.quoteJump")} onClick={onJump}>
      <span className={styles["quoteName"]}>{nameOf(event.sender).name}</span>
      <span className={styles["quoteText"]}>{tile ? previewText(tile, text) : text.t("rooms.otherMessage")}</span>
    </button>
  );
}
