import { useState } from "react";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import type { TimelineEvent } from "../matrix/models.ts";
import type { Confirmations } from "./confirmations.ts";
import { PeopleDialog } from "./PeopleDialog.tsx";
import type { Reading } from "./reading.ts";
import type { TimelineModel } from "./timeline.model.ts";
import { useTools } from "./tools.ts";
import { moment } from "./when.ts";

interface Props {
  readonly event: TimelineEvent;
  readonly own: boolean;
  readonly confirmations: Confirmations;
  readonly reading: Reading;
  readonly model: Pick<TimelineModel, "acts" | "nextReminderAt">;
  readonly onClose: () => void;
}

/** Who has confirmed and when, who has only read it, who has not; whoever asked may remind them. */
export function ConfirmationsDialog({ event, own, confirmations, reading, model, onClose }: Props) {
  const { t, language } = useText();
  const { nameOf } = useTools();
  const toasts = useToasts();
  const [asking, ask] = useState(false);
  const { confirmed, waiting } = confirmations;
  const readAt = new Map(reading.read.map(({ userId, at }) => [userId, at]));
  const noteOf = (userId: string): string => {
    const at = readAt.get(userId);
    return at === undefined
      ? t("asks.notRead")
      : t("asks.readNotConfirmed", { when: moment(at, Date.now(), language) });
  };
  if (asking) {
    const remind = () => {
      model.acts.remind(
        event.eventId,
        waiting.map((userId) => ({ userId, name: nameOf(userId).name })),
      );
      toasts.show({ text: t("asks.reminded") });
      onClose();
    };
    return (
      <ConfirmDialog
        title={t("asks.remindTitle", { count: waiting.length })}
        confirmLabel={t("asks.remindDo")}
        onConfirm={remind}
        onCancel={() => ask(false)}
      >
        {t("asks.remindText")}
      </ConfirmDialog>
    );
  }
  const next = model.nextReminderAt(event.eventId);
  const later = next === null ? null : t("asks.remindLater", { time: formatTime(next, language) });
  const sections = [
    {
      title: t("timeline.ackedSection", { count: confirmed.length }),
      people: confirmed.map(({ userId, at }) => ({
        userId,
        at,
        ...(event.editedAt !== null && at < event.editedAt ? { note: t("asks.confirmedBeforeEdit") } : {}),
      })),
      empty: t("timeline.nobodyAcked"),
    },
    {
      title: t("timeline.notAckedSection", { count: waiting.length }),
      people: waiting.map((userId) => ({ userId, note: noteOf(userId) })),
      empty: t("timeline.everybodyAcked"),
    },
  ];
  const canRemind = own && waiting.length > 0;
  return (
    <PeopleDialog
      title={t("timeline.ackTitle")}
      sections={sections}
      nameOf={nameOf}
      onClose={onClose}
      actions={
        canRemind && (
          <>
            {later && <p>{later}</p>}
            <Button disabled={later !== null} onClick={() => ask(true)}>
              {t("asks.remind")}
            </Button>
          </>
        )
      }
    />
  );
}
