import { roomKinds } from "@tsunagi/contracts/codes/rooms";
import { AtSign, CloudOff, MessagesSquare, Search, SearchX, Siren, X } from "lucide-react";
import { Link } from "wouter";
import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Badge, CountBadge } from "../kit/Badge.tsx";
import { Button, IconButton } from "../kit/Button.tsx";
import { Banner, EmptyState, SkeletonList } from "../kit/State.tsx";
import { moment, nearDay, shortDay } from "../timeline/when.ts";
import { roomAddress } from "./address.ts";
import { previewText } from "./preview.ts";
import styles from "./RoomList.module.css";
import type { RoomRow, SectionId } from "./roomRows.ts";
import type { RoomsSnapshot } from "./rooms.model.ts";

export interface RoomListProps {
  readonly snapshot: RoomsSnapshot;
  /** The room that is open. */
  readonly current: string | undefined;
  readonly onSearch: (text: string) => void;
  readonly onRetry: () => void;
  /** Looking inside conversations. */
  readonly onOpenSearch: () => void;
}

const SECTIONS: Readonly<Record<SectionId, PlainTextKey>> = {
  care: "rooms.sectionCare",
  watch: "rooms.sectionWatch",
  organisation: "rooms.sectionOrganisation",
  other: "rooms.sectionOther",
};

/** Conversations by person, in their sections, with a search by name and kana. */
export function RoomListView({ snapshot, current, onSearch, onRetry, onOpenSearch }: RoomListProps) {
  const { t } = useText();
  const { state, search, total } = snapshot;
  return (
    <div className={styles["panel"]}>
      <header className={styles["head"]}>
        <div className={styles["titleLine"]}>
          <h1 className={styles["title"]}>{t("rooms.title")}</h1>
          <IconButton label={t("finding.open")} icon={Search} onClick={onOpenSearch} />
        </div>
        <SearchField text={search} onSearch={onSearch} disabled={total === 0} />
      </header>
      <div className={styles["scroll"]}>
        {state === "failed" && (
          <Banner tone="warning" actions={<Button onClick={onRetry}>{t("common.retry")}</Button>} live>
            {t("rooms.namesFailed")}
          </Banner>
        )}
        <Rooms snapshot={snapshot} current={current} />
      </div>
    </div>
  );
}

function SearchField(props: { text: string; onSearch: (text: string) => void; disabled: boolean }) {
  const { text, onSearch, disabled } = props;
  const { t } = useText();
  return (
    <search className={styles["search"]}>
      <Search size={20} aria-hidden />
      <input
        type="search"
        aria-label={t("rooms.searchLabel")}
        placeholder={t("rooms.searchLabel")}
        value={text}
        disabled={disabled}
        onChange={(event) => onSearch(event.target.value)}
      />
      {text !== "" && <IconButton label={t("common.clear")} icon={X} onClick={() => onSearch("")} />}
    </search>
  );
}

function Rooms({ snapshot, current }: Pick<RoomListProps, "snapshot" | "current">) {
  const { t } = useText();
  const { state, sections, total, search } = snapshot;
  if (state === "loading") return <SkeletonList label={t("rooms.loading")} rows={6} />;
  if (state === "offline")
    return (
      <EmptyState icon={CloudOff} title={t("rooms.offlineTitle")}>
        {t("rooms.offlineText")}
      </EmptyState>
    );
  if (total === 0)
    return (
      <EmptyState icon={MessagesSquare} title={t("rooms.emptyTitle")}>
        {t("rooms.emptyText")}
      </EmptyState>
    );
  if (sections.length === 0)
    return (
      <EmptyState icon={SearchX} title={t("rooms.noMatchTitle")}>
        {t("rooms.noMatchText", { text: search })}
      </EmptyState>
    );
  return sections.map(({ id, rooms }) => (
    <section key={id} aria-labelledby={`rooms-${id}`}>
      <h2 className={styles["section"]} id={`rooms-${id}`}>
        {t(SECTIONS[id])}
      </h2>
      <ul>
        {rooms.map((row) => (
          <li key={row.roomId}>
            <RoomLink row={row} current={row.roomId === current} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function RoomLink({ row, current }: { row: RoomRow; current: boolean }) {
  const { t, language } = useText();
  const { title, kana, kind, unread, ackWanted, at } = row;
  const person = kind === "team" || kind === "watch";
  const now = Date.now();
  return (
    <Link href={roomAddress(row.roomId)} className={styles["row"] ?? ""} aria-current={current ? "page" : undefined}>
      <Avatar name={title} kind="person" />
      <span className={styles["text"]}>
        <span className={styles["line"]}>
          <span className={styles["name"]}>{title}</span>
          {person && kana && <span className={styles["kana"]}>{kana}</span>}
          {at > 0 && (
            <time className={styles["time"]} dateTime={new Date(at).toISOString()}>
              {nearDay(at, now) === "yesterday"
                ? t("common.yesterday")
                : nearDay(at, now)
                  ? moment(at, now, language)
                  : shortDay(at, now, language)}
            </time>
          )}
        </span>
        <span className={styles["line"]}>
          <PreviewLine row={row} />
          {row.urgent && (
            <Badge tone="danger" icon={Siren}>
              {t("timeline.urgent")}
            </Badge>
          )}
          {row.mentioned && (
            <Badge tone="primary" icon={AtSign}>
              {t("rooms.mentioned")}
            </Badge>
          )}
          {ackWanted > 0 && <Badge tone="warning">{t("rooms.ackWanted", { count: ackWanted })}</Badge>}
          <CountBadge count={unread} label={t("rooms.unread", { count: unread })} />
        </span>
        {kind === "watch" && (
          <span className={styles["line"]}>
            <Badge tone="info">{roomKinds.label(kind, language)}</Badge>
          </span>
        )}
      </span>
    </Link>
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
