import { MessagesSquare } from "lucide-react";
import { Suspense, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { later } from "../i18n/later.ts";
import { useText } from "../i18n/text.ts";
import { cx } from "../kit/cx.ts";
import { useDocumentTitle } from "../kit/Page.tsx";
import { Busy, EmptyState } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useWideScreen } from "../kit/useMediaQuery.ts";
import { useSnapshot, useViewModel } from "../kit/useViewModel.ts";
import { roomAddress, useWayBack } from "./address.ts";
import { organisationNames } from "./organisationsOf.ts";
import { RoomListView } from "./RoomList.view.tsx";
import styles from "./Rooms.module.css";
import { UNDO_MS } from "./readAll.ts";
import { RoomPageLater, useFetchRoomPage } from "./roomPageLater.ts";
import { RoomsModel } from "./rooms.model.ts";
import { useTalk } from "./TalkProvider.tsx";
import { useDoRoomAct } from "./useDoRoomAct.ts";

const SearchPanel = later(async () => (await import("../finding/SearchPanel.tsx")).SearchPanel);

export interface RoomsPageProps {
  readonly roomId: string | undefined;
  /** The address is the search's: on phones it is a page of its own. */
  readonly searching: boolean;
}

/** Conversations: list and room side by side, on phones one after the other. Search takes the list's place. */
export function RoomsPage({ roomId, searching }: RoomsPageProps) {
  const { t } = useText();
  const { session } = useWorkplace();
  const { account, directory, keeperUserId } = useTalk();
  const [, navigate] = useLocation();
  const wide = useWideScreen();
  const wayBack = useWayBack();
  const [beside, setBeside] = useState(false);
  const toasts = useToasts();
  const doAct = useDoRoomAct();
  const names = useSnapshot(directory);
  const organisations = useMemo(() => organisationNames(names), [names]);
  const [snapshot, model] = useViewModel(
    () =>
      new RoomsModel({
        list: account.rooms,
        connection: account.connection,
        directory,
        me: session.userId,
        keeperUserId,
        markRead: (id, upTo) => account.marks.markRead(id, upTo),
        onReadFailed: () => toasts.show({ text: t("rooms.notReached") }),
      }),
  );
  useDocumentTitle(t("rooms.title"));
  useFetchRoomPage(snapshot.state === "ready");
  const covered = !wide && roomId !== undefined;
  const readAll = () => {
    const { unreadRooms: count } = model.getSnapshot();
    model.readAll();
    toasts.show({
      text: t("rooms.readAllDone", { count }),
      action: { label: t("rooms.undo"), run: model.undoReadAll },
      duration: UNDO_MS - 500,
    });
  };
  const search = searching || (wide && beside);
  const openSearch = (from = "/") => (wide ? setBeside(true) : navigate("/search", { state: { from } }));
  const closeSearch = () => {
    setBeside(false);
    if (searching) navigate(wayBack);
  };
  return (
    <div className={styles["page"]}>
      <div className={cx(styles["list"], (covered || search) && styles["covered"])}>
        <RoomListView
          snapshot={snapshot}
          current={roomId}
          organisations={organisations}
          onSearch={model.search}
          onFilter={model.filter}
          onReadAll={readAll}
          onAct={(act, id) => void doAct(act, id)}
          onRetry={model.retry}
          onOpenSearch={() => openSearch()}
        />
      </div>
      {search && (
        <div className={styles["list"]}>
          <Suspense fallback={<Busy>{t("common.loading")}</Busy>}>
            <SearchPanel {...(wide ? {} : { from: "/search" })} onClose={closeSearch} />
          </Suspense>
        </div>
      )}
      {roomId !== undefined && (
        <Suspense fallback={<Busy>{t("timeline.opening")}</Busy>}>
          <RoomPageLater key={roomId} roomId={roomId} onSearch={() => openSearch(roomAddress(roomId))} />
        </Suspense>
      )}
      {wide && roomId === undefined && (
        <EmptyState icon={MessagesSquare} title={t("rooms.chooseTitle")}>
          {t("rooms.chooseText")}
        </EmptyState>
      )}
    </div>
  );
}
