import { MessagesSquare } from "lucide-react";
import { useText } from "../i18n/text.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import { previewText } from "../rooms/preview.ts";
import type { MessageAct } from "./MessageMenu.tsx";
import type { ThreadRow } from "./rows.ts";
import styles from "./Thread.module.css";
import { tileOf } from "./tileOf.ts";
import { useTools } from "./tools.ts";

interface Props {
  readonly row: ThreadRow;
  readonly onAct: (act: MessageAct, event: TimelineEvent) => void;
}

/** Where somebody answered in a thread: who, what, and the way there. */
export function ThreadLine({ row: { replies }, onAct }: Props) {
  const text = useText();
  const { t } = text;
  const { nameOf, keeperUserId } = useTools();
  const last = replies.at(-1);
  if (!last) return null;
  const tile = tileOf(last, keeperUserId);
  const name = nameOf(last.sender).name;
  return (
    <button type="button" className={styles["line"]} onClick={() => onAct("thread", last)}>
      <MessagesSquare size={18} aria-hidden />
      <span className={styles["words"]}>
        {t("marks.threadLine", { name, text: tile ? previewText(tile, text) : "" })}
      </span>
      {replies.length > 1 && <span>{t("marks.threadMore", { count: replies.length - 1 })}</span>}
    </button>
  );
}

/** Under the message a thread began with. */
export function OpenThread({ count, onOpen }: { count: number; onOpen: () => void }) {
  const { t } = useText();
  return (
    <button type="button" className={styles["open"]} onClick={onOpen}>
      <MessagesSquare size={18} aria-hidden />
      {t("marks.threadCount", { count })}
    </button>
  );
}
