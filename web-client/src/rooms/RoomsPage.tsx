import { MessagesSquare } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { cx } from "../kit/cx.ts";
import { useDocumentTitle } from "../kit/Page.tsx";
import { Busy, EmptyState } from "../kit/State.tsx";
import { useWideScreen } from "../kit/useMediaQuery.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { RoomListView } from "./RoomList.view.tsx";
import { RoomPage } from "./RoomPage.tsx";
import styles from "./Rooms.module.css";
import { RoomsModel } from "./rooms.model.ts";
import { useTalk } from "./TalkProvider.tsx";

const SearchPanel = lazy(async () => ({ default: (await import("../finding/SearchPanel.tsx")).SearchPanel }));

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
  const [beside, setBeside] = useState(false);
  const [snapshot, model] = useViewModel(
    () =>
      new RoomsModel({
        list: account.rooms,
        connection: account.connection,
        directory,
        me: session.userId,
        keeperUserId,
      }),
  );
  useDocumentTitle(t("rooms.title"));
  const covered = !wide && roomId !== undefined;
  const search = searching || (wide && beside);
  const openSearch = () => (wide ? setBeside(true) : navigate("/search"));
  const closeSearch = () => {
    setBeside(false);
    if (searching) navigate("/");
  };
  return (
    <div className={styles["page"]}>
      <div className={cx(styles["list"], (covered || search) && styles["covered"])}>
        <RoomListView
          snapshot={snapshot}
          current={roomId}
          onSearch={model.search}
          onRetry={model.retry}
          onOpenSearch={openSearch}
        />
      </div>
      {search && (
        <div className={styles["list"]}>
          <Suspense fallback={<Busy>{t("common.loading")}</Busy>}>
            <SearchPanel {...(wide ? {} : { from: "/search" })} onClose={closeSearch} />
          </Suspense>
        </div>
      )}
      {roomId !== undefined && <RoomPage key={roomId} roomId={roomId} />}
      {wide && roomId === undefined && (
        <EmptyState icon={MessagesSquare} title={t("rooms.chooseTitle")}>
          {t("rooms.chooseText")}
        </EmptyState>
      )}
    </div>
  );
}
