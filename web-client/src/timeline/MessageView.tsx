import { Siren } from "lucide-react";
import { type MouseEvent, memo, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Badge } from "../kit/Badge.tsx";
import { cx } from "../kit/cx.ts";
import { Hidden } from "../kit/State.tsx";
import { useSnapshot } from "../kit/useViewModel.ts";
import { isUrgent, mentions } from "../matrix/messages.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import { AckBar } from "./AckBar.tsx";
import type { Confirmations } from "./confirmations.ts";
import { EditBox } from "./EditBox.tsx";
import styles from "./Message.module.css";
import { type MessageAct, MessageMenu } from "./MessageMenu.tsx";
import { MessageMeta } from "./MessageMeta.tsx";
import { Quote } from "./Quote.tsx";
import { Reactions } from "./Reactions.tsx";
import { RoleBadge } from "./RoleBadge.tsx";
import { type Reaction, stampOfReactions } from "./reactions.ts";
import type { MessageRow } from "./rows.ts";
import { OpenThread } from "./ThreadLine.tsx";
import { TileView } from "./tiles/TileView.tsx";
import { useTools } from "./tools.ts";

export interface MessageProps {
  readonly row: MessageRow;
  readonly me: string;
  readonly readCount: number;
  readonly confirmations: Confirmations | undefined;
  readonly reactions: readonly Reaction[] | undefined;
  /** Answers in the thread that began with it. */
  readonly answers: number;
  /** The quoted message; null while it is not there, undefined when nothing is quoted. */
  readonly quote: TimelineEvent | null | undefined;
  readonly highlighted: boolean;
  /** Narrow: the menu comes from below, and a tap on the message opens it. */
  readonly phone: boolean;
  /** Stays the same function. */
  readonly onAct: (act: MessageAct, event: TimelineEvent) => void;
}

/** One message: who, what, when, how far it has come, and what can be done with it. Drawn again only if it changed. */
export const MessageView = memo(Message, isSame);

function isSame(a: MessageProps, b: MessageProps): boolean {
  return (
    a.row.event === b.row.event &&
    a.row.head === b.row.head &&
    a.readCount === b.readCount &&
    a.quote === b.quote &&
    a.answers === b.answers &&
    a.highlighted === b.highlighted &&
    a.phone === b.phone &&
    stampOf(a.confirmations) === stampOf(b.confirmations) &&
    stampOfReactions(a.reactions) === stampOfReactions(b.reactions)
  );
}

const stampOf = (state: Confirmations | undefined): string =>
  state ? `${state.confirmed.map(({ userId }) => userId)} ${state.waiting}` : "";

const NONE: readonly Reaction[] = [];

function Message(props: MessageProps) {
  const { row, me, readCount, confirmations, reactions = NONE, answers, quote, highlighted, phone, onAct } = props;
  const { event, tile, own, head } = row;
  const [menuOpen, setMenuOpen] = useState(false);
  const onTap = (tap: MouseEvent) => {
    const onControl = (tap.target as Element).closest("a, button, input, summary, textarea") !== null;
    if (phone && !onControl && getSelection()?.isCollapsed !== false) setMenuOpen(true);
  };
  return (
    <div
      className={cx(styles["message"], own && styles["own"], head && styles["first"])}
      data-key={row.key}
      data-event={event.eventId}
      data-highlighted={highlighted || undefined}
    >
      <Sender row={row} />
      <div className={styles["line"]}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button beside it does the same */}
        <div
          className={styles["bubble"]}
          data-tile={tile.kind}
          data-urgent={isUrgent(event) || undefined}
          data-mentioned={(!own && mentions(event, me)) || undefined}
          onClick={onTap}
        >
          {event.replyTo !== null && tile.kind !== "redacted" && tile.kind !== "card" && (
            <Quote event={quote ?? null} onJump={() => onAct("jump", event)} />
          )}
          {isUrgent(event) && <Urgent />}
          <Content
            row={row}
            onVersions={() => onAct("versions", event)}
            confirmed={confirmations?.confirmed.length ?? 0}
          />
        </div>
        <div className={styles["side"]}>
          <MessageMeta row={row} readCount={readCount} onAct={onAct} />
          <MessageMenu
            row={row}
            reactions={reactions}
            phone={phone}
            open={menuOpen}
            onOpen={() => setMenuOpen(true)}
            onClose={() => setMenuOpen(false)}
            onAct={onAct}
          />
        </div>
      </div>
      {reactions.length > 0 && tile.kind !== "redacted" && (
        <Reactions event={event} reactions={reactions} onNames={() => onAct("reactions", event)} />
      )}
      {answers > 0 && <OpenThread count={answers} onOpen={() => onAct("thread", event)} />}
      {confirmations && <AckBar event={event} me={me} confirmations={confirmations} onAct={onAct} />}
    </div>
  );
}

/** What it says, or the field in which it is put right. */
function Content(props: { row: MessageRow; confirmed: number; onVersions: () => void }) {
  const { confirmed, onVersions } = props;
  const { event, tile } = props.row;
  const { t } = useText();
  const { editing, saveEdit } = useTools();
  const edit = useSnapshot(editing);
  if (edit?.event.eventId !== event.eventId)
    return (
      <>
        <TileView tile={tile} />
        {event.edited && (
          <button type="button" className={styles["edited"]} aria-label={t("marks.editedShow")} onClick={onVersions}>
            {t("timeline.edited")}
          </button>
        )}
      </>
    );
  return (
    <EditBox text={edit.text} confirmed={confirmed} onType={editing.type} onSave={saveEdit} onCancel={editing.close} />
  );
}

function Urgent() {
  const { t } = useText();
  return (
    <span className={styles["urgent"]}>
      <Badge tone="danger" icon={Siren}>
        {t("timeline.urgent")}
      </Badge>
    </span>
  );
}

/** Above the first of a group; for screen readers on every message. */
function Sender({ row: { event, own, head } }: { row: MessageRow }) {
  const { t } = useText();
  const { nameOf } = useTools();
  const { name, role, roleLabel, organisation } = nameOf(event.sender);
  if (own) return <Hidden>{t("rooms.you")}</Hidden>;
  if (!head) return <Hidden>{name}</Hidden>;
  return (
    <>
      <span className={styles["avatar"]}>
        <Avatar name={name} role={role ?? undefined} small />
      </span>
      <div className={styles["who"]}>
        <span className={styles["name"]}>{name}</span>
        <RoleBadge role={role} label={roleLabel} />
        {organisation && <span className={styles["organisation"]}>{organisation}</span>}
      </div>
    </>
  );
}
