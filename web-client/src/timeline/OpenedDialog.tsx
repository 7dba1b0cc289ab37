import { lazy, Suspense } from "react";
import { useText } from "../i18n/text.ts";
import { useToasts } from "../kit/ToastHost.tsx";
import type { TimelineEvent } from "../matrix/models.ts";
import { ActDialog } from "./ActDialog.tsx";
import { ConfirmationsDialog } from "./ConfirmationsDialog.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import type { MessageAct } from "./MessageMenu.tsx";
import { PeopleDialog } from "./PeopleDialog.tsx";
import { PictureDialog } from "./PictureDialog.tsx";
import { PinsDialog } from "./PinsDialog.tsx";
import { useReactionWord } from "./Reactions.tsx";
import { ThreadPanel } from "./ThreadPanel.tsx";
import type { Attachment, Picture } from "./tile.ts";
import type { TimelineModel, TimelineSnapshot } from "./timeline.model.ts";
import { useTools } from "./tools.ts";
import { VersionsDialog } from "./VersionsDialog.tsx";
import { VideoDialog } from "./VideoDialog.tsx";

/** Large, and seldom needed. */
const PdfDialog = lazy(() => import("./pdf/PdfDialog.tsx"));

/** What stands in front of the conversation. */
export type Opened =
  | { readonly kind: "picture" | "video"; readonly picture: Picture }
  | { readonly kind: "document"; readonly attachment: Attachment }
  | { readonly kind: "pins" }
  | { readonly kind: "thread"; readonly root: string }
  | { readonly kind: "unpin"; readonly eventId: string }
  | { readonly kind: "link"; readonly href: string }
  | {
      readonly kind: "readers" | "confirmations" | "redact" | "reactions" | "versions";
      readonly event: TimelineEvent;
    };

interface Props {
  readonly opened: Opened;
  readonly snapshot: TimelineSnapshot;
  readonly me: string;
  readonly model: Pick<TimelineModel, "readingOf" | "acts" | "nextReminderAt">;
  readonly onGoTo: (eventId: string) => void;
  readonly onUnpin: (eventId: string) => void;
  readonly onAct: (act: MessageAct, event: TimelineEvent) => void;
  readonly onClose: () => void;
}

export function OpenedDialog({ opened, snapshot, me, model, onGoTo, onUnpin, onAct, onClose }: Props) {
  const { t } = useText();
  const { nameOf, save, bytes } = useTools();
  const toasts = useToasts();
  const wordOf = useReactionWord();
  const saving = (attachment: Attachment) =>
    save(attachment).catch(() => toasts.show({ text: t("timeline.saveFailed") }));
  switch (opened.kind) {
    case "picture": {
      const { picture } = opened;
      return <PictureDialog picture={picture} onSave={() => saving(picture)} onClose={onClose} />;
    }
    case "video": {
      const { picture } = opened;
      return <VideoDialog picture={picture} onSave={() => saving(picture)} onClose={onClose} />;
    }
    case "document": {
      const { attachment } = opened;
      const load = () => bytes(attachment);
      return (
        <Suspense fallback={null}>
          <PdfDialog attachment={attachment} load={load} onSave={() => saving(attachment)} onClose={onClose} />
        </Suspense>
      );
    }
    case "readers": {
      const { read, unread } = model.readingOf(opened.event.eventId);
      const sections = [
        { title: t("timeline.readSection", { count: read.length }), people: read, empty: t("timeline.nobodyRead") },
        {
          title: t("timeline.unreadSection", { count: unread.length }),
          people: unread.map((userId) => ({ userId })),
          empty: t("timeline.everybodyRead"),
        },
      ];
      return <PeopleDialog title={t("timeline.readTitle")} sections={sections} nameOf={nameOf} onClose={onClose} />;
    }
    case "confirmations": {
      const { event } = opened;
      const confirmations = snapshot.confirmations.get(event.eventId) ?? { confirmed: [], waiting: [] };
      return (
        <ConfirmationsDialog
          event={event}
          own={event.sender === me}
          confirmations={confirmations}
          reading={model.readingOf(event.eventId)}
          model={model}
          onClose={onClose}
        />
      );
    }
    case "reactions": {
      const sections = (snapshot.reactions.get(opened.event.eventId) ?? []).map(({ key, people }) => ({
        title: t("marks.reactionSection", { word: wordOf(key), count: people.length }),
        people,
        empty: "",
      }));
      return <PeopleDialog title={t("marks.reactions")} sections={sections} nameOf={nameOf} onClose={onClose} />;
    }
    case "versions":
      return <VersionsDialog load={() => model.acts.versionsOf(opened.event.eventId)} onClose={onClose} />;
    case "pins":
      return (
        <PinsDialog pins={snapshot.pins} mayPin={snapshot.mayPin} onGoTo={onGoTo} onUnpin={onUnpin} onClose={onClose} />
      );
    case "thread": {
      const { root } = opened;
      const replies = snapshot.threads.get(root) ?? [];
      const row = snapshot.rows.find((line) => line.kind === "message" && line.event.eventId === root);
      return (
        <ThreadPanel
          root={row?.kind === "message" ? row.event : null}
          replies={replies}
          snapshot={snapshot}
          me={me}
          onAct={onAct}
          onSend={(text) =>
            model.acts.answer(root, replies.findLast(({ send }) => send === "sent")?.eventId ?? root, text)
          }
          onClose={onClose}
        />
      );
    }
    case "unpin":
      return <UnpinDialog eventId={opened.eventId} model={model} onClose={onClose} />;
    case "link":
      return <LinkDialog href={opened.href} onClose={onClose} />;
    case "redact":
      return <RedactDialog event={opened.event} model={model} onClose={onClose} />;
  }
}

/** Ask before something that everybody sees, and say when it failed. */
function RedactDialog({ event, model, onClose }: Pick<Props, "model" | "onClose"> & { event: TimelineEvent }) {
  const { t } = useText();
  return (
    <ActDialog
      act={() => model.acts.redact(event.eventId)}
      danger
      title={t("timeline.redactTitle")}
      text={t("timeline.redactText")}
      confirmLabel={t("timeline.redactDo")}
      busy={t("timeline.redacting")}
      failed={t("timeline.redactFailed")}
      onClose={onClose}
    />
  );
}

function UnpinDialog({ eventId, model, onClose }: Pick<Props, "model" | "onClose"> & { eventId: string }) {
  const { t } = useText();
  return (
    <ActDialog
      act={() => model.acts.unpin(eventId)}
      title={t("marks.unpinTitle")}
      text={t("marks.unpinText")}
      confirmLabel={t("marks.unpinDo")}
      busy={t("marks.unpinning")}
      failed={t("marks.pinFailed")}
      onClose={onClose}
    />
  );
}
