import { Camera } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { film } from "../emergency/film.ts";
import { redrawPhoto } from "../facilities/redrawPhoto.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Field } from "../kit/Field.tsx";
import { Banner } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./incident.module.css";
import { UploadModel } from "./upload.model.ts";

/** The small picture: its longest side in pixels. */
const SMALL = { longest: 240, quality: 0.9 };

/** Takes photos inside the page, so that none enters the device's gallery, and shows how far they have got. */
export function TakePhoto({ incidentId, onArrived }: { incidentId: string; onArrived: () => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [open, setOpen] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const [{ uploads }, model] = useViewModel(() => new UploadModel({ hub, incidentId, onArrived }));
  const take = async (picture: Blob) => {
    const whole = await redrawPhoto(picture);
    const small = whole && (await redrawPhoto(whole, SMALL));
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
    const filming = video.current && film(video.current, lifetime.signal);
    filming?.catch(() => !lifetime.signal.aborted && setWithout(true));
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

async function still(video: HTMLVideoElement): Promise<Blob | null> {
  if (video.videoWidth === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
}
