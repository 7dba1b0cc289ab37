import type { CardAction } from "@tsunagi/contracts/events";
import { useEffect, useMemo, useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import { useToasts } from "../kit/ToastHost.tsx";
import { useNames } from "../rooms/names.ts";
import { useTalk } from "../rooms/TalkProvider.tsx";
import { Editing } from "./editing.ts";
import type { Opened } from "./OpenedDialog.tsx";
import { soundsLikeConfirming } from "./reactions.ts";
import { saveFile } from "./saveFile.ts";
import type { TimelineModel, TimelineSnapshot } from "./timeline.model.ts";
import type { TimelineTools } from "./tools.ts";
import { VoicePlayer } from "./voicePlayer.ts";

interface Inputs {
  readonly model: TimelineModel;
  readonly snapshot: TimelineSnapshot;
  readonly open: (opened: Opened) => void;
  /** @returns false when the action cannot be done now */
  readonly onCardAction: (action: CardAction, text?: string) => Promise<boolean>;
}

const DOWNLOAD_MS = 120_000;

/** What the tiles of one room need, put together once. */
export function useTimelineTools({ model, snapshot, open, onCardAction }: Inputs): TimelineTools {
  const { t } = useText();
  const toasts = useToasts();
  const { keeperUserId, pictures } = useTalk();
  const nameOf = useNames(snapshot.codes);
  const [kept] = useState(() => ({
    editing: new Editing(),
    unfolded: new Set<string>(),
    player: new VoicePlayer((attachment) => pictures.urlOf(attachment)),
  }));
  useEffect(() => () => kept.player.dispose(), [kept]);
  const now = useRef(snapshot);
  now.current = snapshot;
  return useMemo<TimelineTools>(
    () => ({
      ...kept,
      keeperUserId,
      nameOf,
      pictures,
      openPicture: (picture) => open({ kind: "picture", picture }),
      openVideo: (picture) => open({ kind: "video", picture }),
      openDocument: (attachment) => open({ kind: "document", attachment }),
      bytes: async (attachment) => (await pictures.bytes(attachment, AbortSignal.timeout(DOWNLOAD_MS))).arrayBuffer(),
      openLink: (href) => open({ kind: "link", href }),
      save: async (attachment) =>
        saveFile(await pictures.bytes(attachment, AbortSignal.timeout(DOWNLOAD_MS)), attachment.name),
      isPinned: (eventId) => now.current.pins.some((pinned) => pinned.eventId === eventId),
      saveEdit: () => {
        const content = kept.editing.finish();
        if (content) model.acts.edit(content);
      },
      react: (event, key, given) => {
        model.acts.react(event.eventId, key, given).catch(() => toasts.show({ text: t("marks.reactFailed") }));
        const asked = now.current.waiting.includes(event.eventId);
        if (asked && !given?.own && soundsLikeConfirming(key))
          toasts.show({
            text: t("marks.alsoConfirm"),
            action: { label: t("timeline.ackDo"), run: () => model.acts.confirm(event.eventId) },
          });
      },
      act: async (action, text) => {
        if (!(await onCardAction(action, text))) toasts.show({ text: t("timeline.cardUnknownAction") });
      },
    }),
    [kept, keeperUserId, nameOf, pictures, open, model, toasts, t, onCardAction],
  );
}
