import { CheckCheck, CloudOff, MessagesSquare, Search, SearchX, X } from "lucide-react";
import { useState } from "react";
import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import { Button, IconButton } from "../kit/Button.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import field from "../kit/SearchField.module.css";
import { Sheet } from "../kit/Sheet.tsx";
import { Banner, EmptyState, SkeletonList } from "../kit/State.tsx";
import { ListFiltersView } from "./ListFilters.view.tsx";
import type { ListFilters } from "./listFilters.ts";
import styles from "./RoomList.module.css";
import { RoomRowView } from "./RoomRow.view.tsx";
import { type RoomAct, useRoomActs } from "./roomActs.ts";
import type { RoomRow, Section, SectionId } from "./roomRows.ts";
import type { RoomsSnapshot } from "./rooms.model.ts";
import { useGrowing } from "./useGrowing.ts";

export interface RoomListProps {
  readonly snapshot: RoomsSnapshot;
  /** The room that is open. */
  readonly current: string | undefined;
  readonly onSearch: (text: string) => void;
  readonly onFilter: (change: Partial<ListFilters>) => void;
  readonly onRetry: () => void;
  /** Looking inside conversations. */
  readonly onOpenSearch: () => void;
  readonly onReadAll: () => void;
  readonly onAct: (act: RoomAct, roomId: string) => void;
  /** Names of organisations by id. */
  readonly organisations: ReadonlyMap<string, string>;
}

const SECTIONS: Readonly<Record<SectionId, PlainTextKey>> = {
  needs: "rooms.sectionNeeds",
  unread: "rooms.sectionUnread",
  rest: "rooms.sectionRest",
};

/** Conversations by person, those first that need one, with a search by name and kana. */
export function RoomListView(props: RoomListProps) {
  const { snapshot, current, onSearch, onRetry, onOpenSearch, onReadAll, onAct } = props;
  const { t } = useText();
  const { state, search, total, unreadRooms } = snapshot;
  const [asking, setAsking] = useState(false);
  const [held, hold] = useState<RoomRow | null>(null);
  const acts = useRoomActs();
  return (
    <div className={styles["panel"]}>
      <header className={styles["head"]}>
        <div className={styles["titleLine"]}>
          <h1 className={styles["title"]}>{t("rooms.title")}</h1>
          {unreadRooms > 0 && (
            <IconButton label={t("rooms.readAll")} icon={CheckCheck} onClick={() => setAsking(true)} />
          )}
          <IconButton label={t("finding.open")} icon={Search} onClick={onOpenSearch} />
        </div>
        <SearchField text={search} onSearch={onSearch} disabled={total === 0} />
        <ListFiltersView {...props} />
      </header>
      <div className={styles["scroll"]}>
        {state === "failed" && (
          <Banner tone="warning" actions={<Button onClick={onRetry}>{t("common.retry")}</Button>} live>
            {t("rooms.namesFailed")}
          </Banner>
        )}
        <Rooms snapshot={snapshot} current={current} onHold={hold} />
      </div>
      {asking && (
        <ConfirmDialog
          title={t("rooms.readAllTitle", { count: unreadRooms })}
          confirmLabel={t("rooms.readAllDo")}
          onConfirm={() => {
            setAsking(false);
            onReadAll();
          }}
          onCancel={() => setAsking(false)}
        >
          {t("rooms.readAllText")}
        </ConfirmDialog>
      )}
      {held && (
        <Sheet
          title={held.title}
          items={acts(held).map(({ act, ...item }) => ({ ...item, onSelect: () => onAct(act, held.roomId) }))}
          onClose={() => hold(null)}
        />
      )}
    </div>
  );
}

function SearchField(props: { text: string; onSearch: (text: string) => void; disabled: boolean }) {
  const { text, onSearch, disabled } = props;
  const { t } = useText();
  return (
    <search className={field["field"]}>
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

interface RoomsProps extends Pick<RoomListProps, "snapshot" | "current"> {
  readonly onHold: (row: RoomRow) => void;
}

function Rooms({ snapshot, current, onHold }: RoomsProps) {
  const { t } = useText();
  const { state, sections, total, search } = snapshot;
  const shown = sections.reduce((sum, { rooms }) => sum + rooms.length, 0);
  const { drawn, sentinel } = useGrowing(shown);
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
  if (shown === 0)
    return (
      <EmptyState icon={SearchX} title={t("rooms.noMatchTitle")}>
        {search ? t("rooms.noMatchText", { text: search }) : t("rooms.noMatchFilter")}
      </EmptyState>
    );
  return (
    <>
      {firstOf(sections, drawn).map(({ id, rooms }) => (
        <section key={id} aria-labelledby={`rooms-${id}`}>
          <h2 className={styles["section"]} id={`rooms-${id}`}>
            {t(SECTIONS[id])}
          </h2>
          <ul>
            {rooms.map((row) => (
              <li key={row.roomId} className={styles["item"]}>
                <RoomRowView row={row} current={row.roomId === current} onHold={onHold} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {drawn < shown && <div ref={sentinel} className={styles["sentinel"]} />}
    </>
  );
}

/** The sections as far as so many rows reach. */
function firstOf(sections: readonly Section[], count: number): readonly Section[] {
  let left = count;
  return sections.flatMap((section) => {
    const rooms = section.rooms.slice(0, Math.max(0, left));
    left -= rooms.length;
    return rooms.length > 0 ? [{ ...section, rooms }] : [];
  });
}
