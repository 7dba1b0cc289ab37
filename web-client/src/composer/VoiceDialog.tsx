import { Mic, RotateCcw, SendHorizontal, Square } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Banner } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import type { Voice } from "./attachmentContent.ts";
import styles from "./Voice.module.css";
import { MOST_SECONDS, microphone, VoiceMemo } from "./voice.model.ts";

export interface VoiceDialogProps {
  readonly onSend: (file: File, voice: Voice) => void;
  readonly onClose: () => void;
}

const BARS = 48;

/** Recording a voice memo: it begins at once, is heard, and only then sent. */
export default function VoiceDialog({ onSend, onClose }: VoiceDialogProps) {
  const { t } = useText();
  const [snapshot, memo] = useViewModel(() => new VoiceMemo({ microphone }));
  const { state, problem, durationMs, levels, url, full } = snapshot;
  const send = () => {
    const result = memo.result(t("composer.voiceName"));
    if (!result) return;
    onSend(result.file, result.voice);
    onClose();
  };
  return (
    <Dialog
      narrow
      title={t("composer.voiceTitle")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("composer.voiceDiscard")}</Button>
          {state === "recording" && (
            <Button variant="primary" icon={Square} onClick={memo.stop}>
              {t("composer.voiceStop")}
            </Button>
          )}
          {state === "recorded" && (
            <Button variant="primary" icon={SendHorizontal} onClick={send}>
              {t("composer.voiceSend")}
            </Button>
          )}
        </>
      }
    >
      {problem ? (
        <Banner tone="danger" live>
          {t(`composer.voice_${problem}`)}
        </Banner>
      ) : (
        <>
          <p className={styles["state"]} data-recording={state === "recording" || undefined}>
            <Mic size={20} aria-hidden />
            <span role="status">{t(`composer.voice_${state === "failed" ? "asking" : state}`)}</span>
            <span className={styles["time"]}>
              {clock(durationMs)} / {clock(MOST_SECONDS * 1000)}
            </span>
          </p>
          <div className={styles["wave"]} aria-hidden>
            {levels.slice(-BARS).map((level, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: bars stand for places, not for things
              <span key={i} style={{ blockSize: `${Math.max(6, level * 100)}%` }} />
            ))}
          </div>
        </>
      )}
      {full && <p>{t("composer.voiceFull", { minutes: MOST_SECONDS / 60 })}</p>}
      {url && (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: one's own words, just spoken */}
          <audio controls src={url} className={styles["player"]} aria-label={t("composer.voiceListen")} />
          <Button icon={RotateCcw} onClick={memo.again}>
            {t("composer.voiceAgain")}
          </Button>
        </>
      )}
    </Dialog>
  );
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
