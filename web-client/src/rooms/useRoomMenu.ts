import { FolderOpen, Search } from "lucide-react";
import { useLocation } from "wouter";
import type { SearchTab } from "../finding/search.model.ts";
import { useText } from "../i18n/text.ts";
import type { MenuItem } from "../kit/Sheet.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import type { RoomEntry } from "../matrix/models.ts";
import { useRoomActs } from "./roomActs.ts";
import { useTalk } from "./TalkProvider.tsx";
import { useDoRoomAct } from "./useDoRoomAct.ts";

/** What can be done with the conversation that is open. @param onSearch shows the search, set to this room */
export function useRoomMenu(entry: RoomEntry, onSearch: () => void): readonly MenuItem[] {
  const { t } = useText();
  const { finding } = useTalk();
  const [, navigate] = useLocation();
  const toasts = useToasts();
  const doAct = useDoRoomAct();
  const acts = useRoomActs();
  const { roomId } = entry;
  const look = async (tab: SearchTab) => {
    try {
      const { search } = await finding.open();
      search.within(roomId, tab);
      onSearch();
    } catch {
      toasts.show({ text: t("rooms.notReached") });
    }
  };
  return [
    { label: t("finding.searchRoom"), icon: Search, onSelect: () => void look("messages") },
    { label: t("finding.roomFiles"), icon: FolderOpen, onSelect: () => void look("files") },
    ...acts(entry).map(({ act, ...item }) => ({
      ...item,
      onSelect: async () => {
        await doAct(act, roomId);
        if (act === "markUnread") navigate("/"); // staying, one would have read it
      },
    })),
  ];
}
