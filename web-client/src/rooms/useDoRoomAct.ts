import { useCallback } from "react";
import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import { useToasts } from "../kit/ToastHost.tsx";
import type { RoomAct } from "./roomActs.ts";
import { useTalk } from "./TalkProvider.tsx";

const DONE: Partial<Readonly<Record<RoomAct, PlainTextKey>>> = {
  mute: "rooms.muteDone",
  unmute: "rooms.unmuteDone",
  markUnread: "rooms.markUnreadDone",
};

/** Does something with a conversation and says that it is done, or that there is no line. */
export function useDoRoomAct(): (act: RoomAct, roomId: string) => Promise<void> {
  const { t } = useText();
  const toasts = useToasts();
  const { marks } = useTalk().account;
  return useCallback(
    async (act, roomId) => {
      const work = {
        mute: () => marks.mute(roomId, true),
        unmute: () => marks.mute(roomId, false),
        markRead: () => marks.markRead(roomId),
        markUnread: () => marks.markUnread(roomId, true),
      };
      try {
        await work[act]();
        const done = DONE[act];
        if (done) toasts.show({ text: t(done) });
      } catch {
        toasts.show({ text: t("rooms.notReached") });
      }
    },
    [t, toasts, marks],
  );
}
