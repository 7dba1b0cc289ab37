import { Camera } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { redrawPhoto } from "../facilities/redrawPhoto.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Field } from "../kit/Field.tsx";
import { Banner } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./incident.module.css";
import { UploadModel } from "./upload.model.ts";

/** Longest side of the small picture, in pixels. */
const SMALL = 240;

/** Takes photos inside the page, so that none enters the device's gallery, and shows how far they have got. */
export function TakePhoto({ incidentId, onArrived }: { incidentId: string; onArrived: () => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [open, setOpen] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const [{ uploads }, model] = useViewModel(() => new UploadModel({ hub, incidentId, onArrived }));
  const take = async (picture: Blob) => {
    const whole = await redrawPhoto(picture);
    const small = whole && (await shrink(whole));
    setUnreadable(!small);
    if (whole && small) void model.send(whole, small);
  };
  return (
    <>
      <Button variant="primary" wide icon={Camera} onClick={() => setOpen(true)}>
        {t("incident.takePhoto")}
      </Button>
      {unreadable && <Banner tone="danger">{t("incident.unreadable")}</Banner>}
      {uploads.map(({ key, sent, total, state }) => (
        <Banner key={key} tone={state === "failed" ? "danger" : "info"} live>
          {t(`incident.${state}`, { sent, total })}
        </Banner>
      ))}
      {open && <CameraDialog onTaken={(picture) => void take(picture)} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps {
  readonly onTaken: (picture: Blob) => void;
  readonly onClose: () => void;
}

function CameraDialog({ onTaken, onClose }: DialogProps) {
  const { t } = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [without, setWithout] = useState(false);
  useEffect(() => {
    const lifetime = new AbortController();
    show(video.current, lifetime.signal).catch(() => !lifetime.signal.aborted && setWithout(true));
    return () => lifetime.abort();
  }, []);
  const shoot = async () => {
    const picture = video.current && (await still(video.current));
    if (picture) onTaken(picture);
    onClose();
  };
  return (
    <Dialog
      title={t("incident.takePhoto")}
      onClose={onClose}
      actions={
        !without && (
          <Button variant="primary" wide onClick={() => void shoot()}>
            {t("incident.shoot")}
          </Button>
        )
      }
    >
      <p>{t("incident.notInGallery")}</p>
      {!without && (
        <video ref={video} className={styles["camera"]} aria-label={t("incident.camera")} playsInline muted />
      )}
      <Field label={t("incident.chooseFile")} hint={t("incident.chooseFileHint")}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (!file) return;
              onTaken(file);
              onClose();
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}

async function show(video: HTMLVideoElement | null, signal: AbortSignal): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (!video || signal.aborted) return stop();
  signal.addEventListener("abort", stop, { once: true });
  video.srcObject = stream;
  await video.play();
}

const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));

async function still(video: HTMLVideoElement): Promise<Blob | null> {
  if (video.videoWidth === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  return jpegOf(canvas);
}

async function shrink(picture: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, SMALL / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return jpegOf(canvas);
}
