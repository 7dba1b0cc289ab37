import { useCallback, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { useToasts } from "../kit/ToastHost.tsx";
import type { TimelineEvent } from "../matrix/models.ts";
import type { Editing } from "./editing.ts";
import type { MessageAct } from "./MessageMenu.tsx";
import type { Opened } from "./OpenedDialog.tsx";
import { MOST_PINS } from "./pins.ts";
import { threadOf } from "./threads.ts";
import type { TimelineModel, TimelineSnapshot } from "./timeline.model.ts";

interface Inputs {
  readonly model: TimelineModel;
  readonly snapshot: TimelineSnapshot;
  readonly editing: Editing;
  readonly open: (opened: Opened) => void;
  readonly jumpTo: (eventId: string) => Promise<void>;
  readonly onReply: (event: TimelineEvent) => void;
  readonly onMakeRecord: (event: TimelineEvent) => void;
}

/** What the buttons of a message do; always the same function, so that messages need not be drawn again. */
export function useMessageActs(inputs: Inputs): (act: MessageAct, event: TimelineEvent) => void {
  const { model, snapshot, editing, open, jumpTo, onReply, onMakeRecord } = inputs;
  const { t } = useText();
  const toasts = useToasts();
  const say = (text: string) => () => toasts.show({ text });
  const acts: Readonly<Record<MessageAct, (event: TimelineEvent) => unknown>> = {
    reply: onReply,
    makeRecord: onMakeRecord,
    copy: (event) =>
      navigator.clipboard
        .writeText(String(event.content["body"] ?? ""))
        .then(say(t("timeline.copied")), say(t("timeline.copyFailed"))),
    redact: (event) => open({ kind: "redact", event }),
    resend: (event) => model.acts.resend(event.key),
    giveUp: (event) => model.acts.cancel(event.key),
    readers: (event) => open({ kind: "readers", event }),
    confirm: (event) => {
      model.acts.confirm(event.eventId);
      toasts.show({ text: t("asks.confirmSent") });
    },
    confirmations: (event) => open({ kind: "confirmations", event }),
    reactions: (event) => open({ kind: "reactions", event }),
    versions: (event) => open({ kind: "versions", event }),
    edit: (event) => editing.begin(event),
    pin: (event) => {
      if (snapshot.pins.length >= MOST_PINS) toasts.show({ text: t("marks.pinFull", { most: MOST_PINS }) });
      else model.acts.pin(event.eventId).then(say(t("marks.pinned")), say(t("marks.pinFailed")));
    },
    unpin: (event) => open({ kind: "unpin", eventId: event.eventId }),
    thread: (event) => open({ kind: "thread", root: threadOf(event) ?? event.eventId }),
    jump: (event) => jumpTo(event.replyTo ?? ""),
  };
  const latest = useRef(acts);
  latest.current = acts;
  return useCallback((act, event) => void latest.current[act](event), []);
}
