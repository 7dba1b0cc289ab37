import type { IncidentMediaType } from "@tsunagi/contracts/rest/incident";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { CameraDialog } from "./CameraDialog.tsx";
import { record, recordable, VIDEO_SECONDS } from "./record.ts";
import { smallOf, still } from "./stills.ts";
import type { UploadModel } from "./upload.model.ts";

interface Props {
  readonly begin: UploadModel["begin"];
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

/** Films inside the page; what is filmed leaves piece by piece while it is filmed. */
export function VideoDialog({ begin, onFile, onClose }: Props) {
  const { t } = useText();
  const type = recordable();
  return (
    <CameraDialog
      title={t("incident.takeVideo")}
      hint={t("incident.videoHint", { seconds: VIDEO_SECONDS })}
      accept="video/*"
      sound
      onFile={onFile}
      onClose={onClose}
      actions={(video) => type && <Film video={video} type={type} begin={begin} onEnd={onClose} />}
    />
  );
}

interface FilmProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly type: readonly [IncidentMediaType, string];
  readonly begin: UploadModel["begin"];
  readonly onEnd: () => void;
}

function Film({ video, type: [mediaType, mimeType], begin, onEnd }: FilmProps) {
  const { t } = useText();
  const recording = useRef<{ stop(): void }>(undefined);
  const [seconds, setSeconds] = useState<number>();
  const going = seconds !== undefined;
  useEffect(() => () => recording.current?.stop(), []);
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => setSeconds((passed = 0) => passed + 1), 1_000);
    return () => clearInterval(timer);
  }, [going]);
  const start = async () => {
    const { current } = video;
    const stream = current?.srcObject;
    const picture = current && (await still(current));
    const small = picture && (await smallOf(picture));
    if (!small || !(stream instanceof MediaStream)) return;
    const { add, end } = begin(mediaType, small);
    setSeconds(0);
    recording.current = record(stream, mimeType, {
      onPart: add,
      onEnd: () => {
        end();
        onEnd();
      },
    });
  };
  if (!going)
    return (
      <Button variant="primary" wide onClick={() => void start()}>
        {t("incident.startVideo")}
      </Button>
    );
  return (
    <Button variant="danger" wide onClick={() => recording.current?.stop()}>
      {t("incident.stopVideo", { left: Math.max(0, VIDEO_SECONDS - seconds) })}
    </Button>
  );
}
