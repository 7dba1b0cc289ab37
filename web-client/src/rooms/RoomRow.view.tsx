import { roomKinds } from "@tsunagi/contracts/codes/rooms";
import { AtSign, BellOff, CircleDot, ClipboardCheck, Siren } from "lucide-react";
import { memo } from "react";
import { Link } from "wouter";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Badge, CountBadge } from "../kit/Badge.tsx";
import { Hidden } from "../kit/State.tsx";
import { moment, nearDay, shortDay } from "../timeline/when.ts";
import { roomAddress } from "./address.ts";
import { previewText } from "./preview.ts";
import styles from "./RoomList.module.css";
import type { RoomRow } from "./roomRows.ts";

export interface RoomRowProps {
  readonly row: RoomRow;
  readonly current: boolean;
  /** Long pressed, or the menu key. */
  readonly onHold: (row: RoomRow) => void;
}

/** One conversation: whose it is, what was said last, and why it stands where it stands. */
export const RoomRowView = memo(function RoomRowView({ row, current, onHold }: RoomRowProps) {
  const { t } = useText();
  const { title, kana, kind, unread, muted, markedUnread } = row;
  const person = kind === "team" || kind === "watch";
  return (
    <Link
      href={roomAddress(row.roomId)}
      className={styles["row"] ?? ""}
      aria-current={current ? "page" : undefined}
      onContextMenu={(event) => {
        event.preventDefault();
        onHold(row);
      }}
    >
      <Avatar name={title} kind="person" />
      <span className={styles["text"]}>
        <span className={styles["line"]}>
          <span className={styles["name"]}>{title}</span>
          {person && kana && <span className={styles["kana"]}>{kana}</span>}
          <When at={row.at} />
        </span>
        <span className={styles["line"]}>
          <PreviewLine row={row} />
          {muted && (
            <>
              <BellOff className={styles["muted"]} size={16} aria-hidden />
              <Hidden>{t("rooms.muted")}</Hidden>
            </>
          )}
          {markedUnread && unread === 0 && (
            <>
              <CircleDot className={styles["marked"]} size={18} aria-hidden />
              <Hidden>{t("rooms.markedUnread")}</Hidden>
            </>
          )}
          <span className={muted ? styles["quiet"] : undefined}>
            <CountBadge count={unread} label={t("rooms.unread", { count: unread })} />
          </span>
        </span>
        <Reasons row={row} />
      </span>
    </Link>
  );
});

/** What waits for oneself, in words, and what kind of team it is where that matters. */
function Reasons({ row: { ackWanted, mentioned, urgent, kind } }: { row: RoomRow }) {
  const { t, language } = useText();
  const watch = kind === "watch";
  if (ackWanted === 0 && !mentioned && !urgent && !watch) return null;
  return (
    <span className={styles["reasons"]}>
      {ackWanted > 0 && (
        <Badge tone="warning" icon={ClipboardCheck}>
          {t("rooms.ackWanted", { count: ackWanted })}
        </Badge>
      )}
      {mentioned && (
        <Badge tone="primary" icon={AtSign}>
          {t("rooms.mentioned")}
        </Badge>
      )}
      {urgent && (
        <Badge tone="danger" icon={Siren}>
          {t("timeline.urgent")}
        </Badge>
      )}
      {watch && <Badge tone="info">{roomKinds.label("watch", language)}</Badge>}
    </span>
  );
}

function When({ at }: { at: number }) {
  const { t, language } = useText();
  if (at === 0) return null;
  const now = Date.now();
  const near = nearDay(at, now);
  return (
    <time className={styles["time"]} dateTime={new Date(at).toISOString()}>
      {near === "yesterday" ? t("common.yesterday") : near ? moment(at, now, language) : shortDay(at, now, language)}
    </time>
  );
}

function PreviewLine({ row: { preview } }: { row: RoomRow }) {
  const text = useText();
  if (!preview) return <span className={styles["preview"]} />;
  const by = preview.own ? text.t("rooms.you") : preview.by;
  return (
    <span className={styles["preview"]}>
      {by && `${by}：`}
      {previewText(preview.tile, text)}
    </span>
  );
}
