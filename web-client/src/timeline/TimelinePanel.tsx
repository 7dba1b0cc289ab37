import type { CardAction } from "@tsunagi/contracts/events";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "../composer/draft.ts";
import { HeldMessageView } from "../composer/HeldMessage.view.tsx";
import { useText } from "../i18n/text.ts";
import { useToasts } from "../kit/ToastHost.tsx";
import { useSnapshot, useViewModel } from "../kit/useViewModel.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import type { Target } from "../rooms/address.ts";
import { useTalk } from "../rooms/TalkProvider.tsx";
import { type Opened, OpenedDialog } from "./OpenedDialog.tsx";
import { RoomNotices } from "./RoomNotices.tsx";
import { TimelineView } from "./Timeline.view.tsx";
import { TimelineModel } from "./timeline.model.ts";
import { ToolsContext } from "./tools.ts";
import { UploadView } from "./UploadView.tsx";
import { useMessageActs } from "./useMessageActs.ts";
import { useTimelineTools } from "./useTimelineTools.ts";

export interface TimelinePanelProps {
  readonly roomId: string;
  readonly me: string;
  /** A message to show: what was looked for elsewhere. */
  readonly target: Target | null;
  readonly onReply: (event: TimelineEvent) => void;
  readonly onMakeRecord: (event: TimelineEvent) => void;
  /** @returns false when the action cannot be done now */
  /** A message was taken back before it left: its words go back into the field. */
  readonly onTakeBack: (draft: Draft) => void;
  readonly onCardAction: (action: CardAction, text?: string) => Promise<boolean>;
}

/** A room's conversation with everything that can be done in it. */
export function TimelinePanel(props: TimelinePanelProps) {
  const { roomId, me, target, onReply, onMakeRecord, onCardAction, onTakeBack } = props;
  const { t } = useText();
  const toasts = useToasts();
  const { account, keeperUserId, uploads, uploadBytes, held, askForKeys } = useTalk();
  const [snapshot, model] = useViewModel(
    () =>
      new TimelineModel({
        roomId,
        timeline: account.timeline(roomId),
        sender: account.sender,
        me,
        keeperUserId,
        askForKeys: () => askForKeys(roomId),
      }),
  );
  const [opened, open] = useState<Opened | null>(null);
  const waiting = useSnapshot(held).filter((message) => message.roomId === roomId);
  const uploading = useSnapshot(uploads).filter((upload) => upload.roomId === roomId);
  const tools = useTimelineTools({ model, snapshot, open, onCardAction });

  const jumpTo = useCallback(
    async (eventId: string) => {
      open(null);
      if (!(await model.jumpTo(eventId))) toasts.show({ text: t("timeline.notFound") });
    },
    [model, toasts, t],
  );
  const ready = snapshot.phase === "ready";
  useEffect(() => {
    if (ready && target) void jumpTo(target.eventId);
  }, [ready, target, jumpTo]);
  const onAct = useMessageActs({ model, snapshot, editing: tools.editing, open, jumpTo, onReply, onMakeRecord });
  const visited = useRef(0);
  const goToWaiting = () => {
    const { waiting } = snapshot;
    const next = waiting[visited.current % waiting.length];
    visited.current += 1;
    if (next) void jumpTo(next);
  };

  return (
    <ToolsContext value={tools}>
      <RoomNotices
        pins={snapshot.pins}
        waiting={snapshot.waiting}
        onWaiting={goToWaiting}
        onPins={() => open({ kind: "pins" })}
      />
      <TimelineView
        snapshot={snapshot}
        me={me}
        onAct={onAct}
        onLoadOlder={() => void model.loadOlder()}
        onSeen={model.seen}
        onAway={model.lookAway}
      >
        {waiting.map((message) => (
          <HeldMessageView
            key={message.id}
            held={message}
            onTakeBack={() => {
              const draft = held.takeBack(message.id);
              if (draft) onTakeBack(draft);
            }}
            onSendNow={() => held.sendNow(message.id)}
          />
        ))}
        {uploading.map((upload) => (
          <UploadView
            key={upload.id}
            upload={upload}
            mostBytes={uploadBytes}
            onRetry={() => uploads.retry(upload.id)}
            onCancel={() => uploads.cancel(upload.id)}
          />
        ))}
      </TimelineView>
      {opened && (
        <OpenedDialog
          opened={opened}
          snapshot={snapshot}
          me={me}
          model={model}
          onGoTo={(eventId) => void jumpTo(eventId)}
          onUnpin={(eventId) => open({ kind: "unpin", eventId })}
          onAct={onAct}
          onClose={() => open(null)}
        />
      )}
    </ToolsContext>
  );
}
