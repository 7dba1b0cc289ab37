import { Send } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useText } from "../i18n/text.ts";
import { IconButton } from "../kit/Button.tsx";
import { useMediaQuery } from "../kit/useMediaQuery.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import type { MessageAct } from "./MessageMenu.tsx";
import { MessageView } from "./MessageView.tsx";
import { SidePanel } from "./SidePanel.tsx";
import styles from "./Thread.module.css";
import { tileOf } from "./tileOf.ts";
import type { TimelineSnapshot } from "./timeline.model.ts";
import { useTools } from "./tools.ts";

interface Props {
  readonly root: TimelineEvent | null;
  readonly replies: readonly TimelineEvent[];
  readonly snapshot: TimelineSnapshot;
  readonly me: string;
  readonly onAct: (act: MessageAct, event: TimelineEvent) => void;
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
}

/** One message and the answers in its thread, and where one answers. */
export function ThreadPanel({ root, replies, snapshot, me, onAct, onSend, onClose }: Props) {
  const { t } = useText();
  const { keeperUserId } = useTools();
  const phone = useMediaQuery("(max-width: 40rem)");
  const messages = root ? [root, ...replies] : replies;
  return (
    <SidePanel title={t("marks.thread")} onClose={onClose} foot={<Answer onSend={onSend} />}>
      <ol className={styles["messages"]} aria-label={t("marks.thread")}>
        {messages.map((event) => {
          const tile = tileOf(event, keeperUserId);
          if (!tile || tile.kind === "member") return null;
          const own = event.sender === me;
          return (
            <li key={event.key}>
              <MessageView
                row={{ kind: "message", key: `thread-${event.key}`, event, tile, own, head: true }}
                me={me}
                readCount={own ? snapshot.readings.count(event.eventId) : 0}
                confirmations={snapshot.confirmations.get(event.eventId)}
                reactions={snapshot.reactions.get(event.eventId)}
                answers={0}
                quote={event.replyTo === null ? undefined : snapshot.quotes.get(event.replyTo)}
                highlighted={false}
                phone={phone}
                onAct={onAct}
              />
            </li>
          );
        })}
      </ol>
    </SidePanel>
  );
}

/** Enter begins a line, as on a telephone; the button or Ctrl + Enter sends. */
function Answer({ onSend }: { onSend: (text: string) => void }) {
  const { t } = useText();
  const [text, setText] = useState("");
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === "") return;
    onSend(text.trim());
    setText("");
  };
  return (
    <form className={styles["answer"]} onSubmit={send}>
      <textarea
        className={styles["field"]}
        aria-label={t("marks.threadAnswer")}
        placeholder={t("marks.threadAnswer")}
        rows={Math.min(5, text.split("\n").length)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
          if (sends) send();
        }}
      />
      <IconButton type="submit" primary icon={Send} label={t("marks.threadSend")} />
    </form>
  );
}
