import { MessagesSquare } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { cx } from "../kit/cx.ts";
import { useDocumentTitle } from "../kit/Page.tsx";
import { EmptyState } from "../kit/State.tsx";
import { useWideScreen } from "../kit/useMediaQuery.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { RoomListView } from "./RoomList.view.tsx";
import { RoomPage } from "./RoomPage.tsx";
import styles from "./Rooms.module.css";
import { RoomsModel } from "./rooms.model.ts";
import { useTalk } from "./TalkProvider.tsx";

/** Conversations: list and room side by side, on phones one after the other. */
export function RoomsPage({ roomId }: { readonly roomId: string | undefined }) {
  const { t } = useText();
  const { session } = useWorkplace();
  const { account, directory, keeperUserId } = useTalk();
  const wide = useWideScreen();
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
  return (
    <div className={styles["page"]}>
      <div className={cx(styles["list"], covered && styles["covered"])}>
        <RoomListView snapshot={snapshot} current={roomId} onSearch={model.search} onRetry={model.retry} />
      </div>
      {roomId !== undefined && <RoomPage key={roomId} roomId={roomId} />}
      {wide && roomId === undefined && (
        <EmptyState icon={MessagesSquare} title={t("rooms.chooseTitle")}>
          {t("rooms.chooseText")}
        </EmptyState>
      )}
    </div>
  );
}
