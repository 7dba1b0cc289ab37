import { useState } from "react";
import { useText } from "../i18n/text.ts";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { Banner } from "../kit/State.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import type { TimelineEvent } from "../matrix/models.ts";
import { PeopleDialog } from "./PeopleDialog.tsx";
import { PictureDialog } from "./PictureDialog.tsx";
import type { Picture } from "./tile.ts";
import type { TimelineModel, TimelineSnapshot } from "./timeline.model.ts";
import { useTools } from "./tools.ts";

/** What stands in front of the conversation. */
export type Opened =
  | { readonly kind: "picture"; readonly picture: Picture }
  | { readonly kind: "readers" | "confirmations" | "redact"; readonly event: TimelineEvent };

interface Props {
  readonly opened: Opened;
  readonly snapshot: TimelineSnapshot;
  readonly model: Pick<TimelineModel, "readingOf" | "redact">;
  readonly onClose: () => void;
}

export function OpenedDialog({ opened, snapshot, model, onClose }: Props) {
  const { t } = useText();
  const { nameOf, save } = useTools();
  const toasts = useToasts();
  switch (opened.kind) {
    case "picture": {
      const { picture } = opened;
      const onSave = () => save(picture).catch(() => toasts.show({ text: t("timeline.saveFailed") }));
      return <PictureDialog picture={picture} onSave={onSave} onClose={onClose} />;
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
      const { confirmed = [], waiting = [] } = snapshot.confirmations.get(opened.event.eventId) ?? {};
      const sections = [
        {
          title: t("timeline.ackedSection", { count: confirmed.length }),
          people: confirmed,
          empty: t("timeline.nobodyAcked"),
        },
        {
          title: t("timeline.notAckedSection", { count: waiting.length }),
          people: waiting.map((userId) => ({ userId })),
          empty: t("timeline.everybodyAcked"),
        },
      ];
      return <PeopleDialog title={t("timeline.ackTitle")} sections={sections} nameOf={nameOf} onClose={onClose} />;
    }
    case "redact":
      return <RedactDialog event={opened.event} model={model} onClose={onClose} />;
  }
}

/** 取消 asks first: it is gone for everybody. */
function RedactDialog({ event, model, onClose }: Pick<Props, "model" | "onClose"> & { event: TimelineEvent }) {
  const { t } = useText();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const redact = () => {
    setState("busy");
    model.redact(event.eventId).then(onClose, () => setState("failed"));
  };
  return (
    <ConfirmDialog
      title={t("timeline.redactTitle")}
      confirmLabel={t("timeline.redactDo")}
      danger
      busy={state === "busy" && t("timeline.redacting")}
      onConfirm={redact}
      onCancel={onClose}
    >
      <p>{t("timeline.redactText")}</p>
      {state === "failed" && <Banner tone="danger">{t("timeline.redactFailed")}</Banner>}
    </ConfirmDialog>
  );
}
