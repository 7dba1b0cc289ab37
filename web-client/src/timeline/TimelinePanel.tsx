import type { CardAction } from "@tsunagi/contracts/events";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Draft } from "../composer/draft.ts";
import { HeldMessageView } from "../composer/HeldMessage.view.tsx";
import { useText } from "../i18n/text.ts";
import { useToasts } from "../kit/ToastHost.tsx";
import { useSnapshot, useViewModel } from "../kit/useViewModel.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import type { Target } from "../rooms/address.ts";
import { useNames } from "../rooms/names.ts";
import { useTalk } from "../rooms/TalkProvider.tsx";
import type { MessageAct } from "./MessageMenu.tsx";
import { type Opened, OpenedDialog } from "./OpenedDialog.tsx";
import { saveFile } from "./saveFile.ts";
import { TimelineView } from "./Timeline.view.tsx";
import { TimelineModel } from "./timeline.model.ts";
import { type TimelineTools, ToolsContext } from "./tools.ts";
import { UploadView } from "./UploadView.tsx";

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
  readonly onCardAction: (action: CardAction, text?: string) => boolean;
}

/** A room's conversation with everything that can be done in it. */
export function TimelinePanel(props: TimelinePanelProps) {
  const { roomId, me, target, onReply, onMakeRecord, onCardAction, onTakeBack } = props;
  const { t } = useText();
  const toasts = useToasts();
  const { account, keeperUserId, pictures, uploads, uploadBytes, held } = useTalk();
  const [snapshot, model] = useViewModel(
    () => new TimelineModel({ roomId, timeline: account.timeline(roomId), sender: account.sender, me, keeperUserId }),
  );
  const nameOf = useNames(snapshot.codes);
  const [opened, open] = useState<Opened | null>(null);
  const waiting = useSnapshot(held).filter((message) => message.roomId === roomId);
  const uploading = useSnapshot(uploads).filter((upload) => upload.roomId === roomId);

  const tools = useMemo<TimelineTools>(
    () => ({
      keeperUserId,
      nameOf,
      pictures,
      openPicture: (picture) => open({ kind: "picture", picture }),
      save: async (attachment) =>
        saveFile(await pictures.bytes(attachment, AbortSignal.timeout(120_000)), attachment.name),
      act: (action, text) => {
        if (!onCardAction(action, text)) toasts.show({ text: t("timeline.cardUnknownAction") });
      },
    }),
    [keeperUserId, nameOf, pictures, onCardAction, toasts, t],
  );

  const jumpTo = useCallback(
    async (eventId: string) => {
      if (!(await model.jumpTo(eventId))) toasts.show({ text: t("timeline.notFound") });
    },
    [model, toasts, t],
  );
  const ready = snapshot.phase === "ready";
  useEffect(() => {
    if (ready && target) void jumpTo(target.eventId);
  }, [ready, target, jumpTo]);

  const acts: Readonly<Record<MessageAct, (event: TimelineEvent) => unknown>> = {
    reply: onReply,
    makeRecord: onMakeRecord,
    copy: (event) =>
      navigator.clipboard.writeText(String(event.content["body"] ?? "")).then(
        () => toasts.show({ text: t("timeline.copied") }),
        () => toasts.show({ text: t("timeline.copyFailed") }),
      ),
    redact: (event) => open({ kind: "redact", event }),
    resend: (event) => model.resend(event.key),
    giveUp: (event) => model.cancel(event.key),
    readers: (event) => open({ kind: "readers", event }),
    confirm: (event) => model.confirm(event.eventId),
    confirmations: (event) => open({ kind: "confirmations", event }),
    jump: (event) => jumpTo(event.replyTo ?? ""),
  };

  const latest = useRef(acts);
  latest.current = acts;
  const onAct = useCallback((act: MessageAct, event: TimelineEvent) => void latest.current[act](event), []);

  return (
    <ToolsContext value={tools}>
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
      {opened && <OpenedDialog opened={opened} snapshot={snapshot} model={model} onClose={() => open(null)} />}
    </ToolsContext>
  );
}
