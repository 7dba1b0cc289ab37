import { Siren } from "lucide-react";
import { type MouseEvent, memo, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Badge } from "../kit/Badge.tsx";
import { cx } from "../kit/cx.ts";
import { Hidden } from "../kit/State.tsx";
import { isUrgent, mentions } from "../matrix/messages.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import { AckBar } from "./AckBar.tsx";
import type { Confirmations } from "./confirmations.ts";
import styles from "./Message.module.css";
import { type MessageAct, MessageMenu } from "./MessageMenu.tsx";
import { MessageMeta } from "./MessageMeta.tsx";
import { Quote } from "./Quote.tsx";
import { RoleBadge } from "./RoleBadge.tsx";
import type { MessageRow } from "./rows.ts";
import { TileView } from "./tiles/TileView.tsx";
import { useTools } from "./tools.ts";

export interface MessageProps {
  readonly row: MessageRow;
  readonly me: string;
  readonly readCount: number;
  readonly confirmations: Confirmations | undefined;
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
    a.highlighted === b.highlighted &&
    a.phone === b.phone &&
    stampOf(a.confirmations) === stampOf(b.confirmations)
  );
}

const stampOf = (state: Confirmations | undefined): string =>
  state ? `${state.confirmed.map(({ userId }) => userId)} ${state.waiting}` : "";

function Message({ row, me, readCount, confirmations, quote, highlighted, phone, onAct }: MessageProps) {
  const { event, tile, own, head } = row;
  const [menuOpen, setMenuOpen] = useState(false);
  const onTap = (tap: MouseEvent) => {
    const onControl = (tap.target as Element).closest("a, button, input, summary") !== null;
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
          <TileView tile={tile} />
        </div>
        <div className={styles["side"]}>
          <MessageMeta row={row} readCount={readCount} onAct={onAct} />
          <MessageMenu
            row={row}
            phone={phone}
            open={menuOpen}
            onOpen={() => setMenuOpen(true)}
            onClose={() => setMenuOpen(false)}
            onAct={onAct}
          />
        </div>
      </div>
      {confirmations && <AckBar event={event} me={me} confirmations={confirmations} onAct={onAct} />}
    </div>
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
