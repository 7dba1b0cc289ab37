import { lazy, Suspense, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import type { ComposerModel } from "../composer/composer.model.ts";
import type { WritingDialog } from "../composer/composerProps.ts";
import type { Scheduled } from "../composer/scheduled.model.ts";
import { useTalk } from "./TalkProvider.tsx";

const TemplatesDialog = lazy(() => import("../composer/TemplatesDialog.tsx"));
const VoiceDialog = lazy(() => import("../composer/VoiceDialog.tsx"));
const ScheduleDialog = lazy(() => import("../composer/ScheduleDialog.tsx"));
const ScheduledDialog = lazy(() => import("../composer/ScheduledDialog.tsx"));

export interface WritingDialogsProps {
  readonly opened: WritingDialog;
  readonly composer: ComposerModel;
  /** What is written now. */
  readonly text: string;
  readonly scheduled: readonly Scheduled[];
  readonly onClose: () => void;
}

/** What opens beside the field: templates, a voice memo, sending later. */
export function WritingDialogs({ opened, composer, text, scheduled, onClose }: WritingDialogsProps) {
  const { session } = useWorkplace();
  const { ownThings, scheduled: later } = useTalk();
  const [attempt] = useState(() => crypto.randomUUID());
  const cancel = async (id: string, andThen: (draft: ReturnType<ComposerModel["written"]>) => void) => {
    const draft = await later.cancel(id);
    if (draft) andThen(draft);
    return draft !== null;
  };
  return (
    <Suspense>
      {opened === "templates" && (
        <TemplatesDialog
          own={ownThings.templates}
          roles={session.memberships.map(({ role }) => role)}
          text={text}
          onUse={(body) => {
            onClose();
            composer.insert(body);
          }}
          onClose={onClose}
        />
      )}
      {opened === "voice" && <VoiceDialog onSend={(file, voice) => composer.attach([file], voice)} onClose={onClose} />}
      {opened === "schedule" && (
        <ScheduleDialog
          text={text}
          onSchedule={async (at) => {
            await later.add(attempt, composer.roomId, composer.written(), at);
            composer.done();
          }}
          onClose={onClose}
        />
      )}
      {opened === "scheduled" && (
        <ScheduledDialog
          scheduled={scheduled}
          onCancel={(id) => cancel(id, () => undefined)}
          onEdit={(id) => cancel(id, composer.restore)}
          onClose={onClose}
        />
      )}
    </Suspense>
  );
}
