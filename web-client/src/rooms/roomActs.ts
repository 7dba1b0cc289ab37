import { Bell, BellOff, CheckCheck, CircleDot, type LucideIcon } from "lucide-react";
import { useText } from "../i18n/text.ts";

export type RoomAct = "mute" | "unmute" | "markRead" | "markUnread";

interface ActItem {
  readonly act: RoomAct;
  readonly label: string;
  readonly icon: LucideIcon;
}

interface Marked {
  readonly muted: boolean;
  readonly markedUnread: boolean;
  readonly unread: number;
}

/** What can be done with a conversation without opening it. */
export function useRoomActs(): (room: Marked) => readonly ActItem[] {
  const { t } = useText();
  return ({ muted, markedUnread, unread }) => [
    unread > 0 || markedUnread
      ? { act: "markRead", label: t("rooms.markRead"), icon: CheckCheck }
      : { act: "markUnread", label: t("rooms.markUnread"), icon: CircleDot },
    muted
      ? { act: "unmute", label: t("rooms.unmute"), icon: Bell }
      : { act: "mute", label: t("rooms.mute"), icon: BellOff },
  ];
}
