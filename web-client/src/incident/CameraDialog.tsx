import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { film } from "../emergency/film.ts";
import { useText } from "../i18n/text.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { Field } from "../kit/Field.tsx";
import styles from "./incident.module.css";

interface Props {
  readonly title: string;
  readonly hint: string;
  /** What may be chosen as a file when there is no camera. */
  readonly accept: string;
  readonly sound?: boolean;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
  /** Buttons, once the camera shows something. */
  readonly actions: (video: RefObject<HTMLVideoElement | null>) => ReactNode;
}

/** The camera inside the page, so that nothing enters the device's gallery; a file where there is no camera. */
export function CameraDialog({ title, hint, accept, sound = false, onFile, onClose, actions }: Props) {
  const { t } = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<"starting" | "on" | "none">("starting");
  useEffect(() => {
    const lifetime = new AbortController();
    const { signal } = lifetime;
    const filming = video.current ? film(video.current, signal, { sound }) : Promise.reject(new Error("no place"));
    filming.then(
      (on) => on && setCamera("on"),
      () => !signal.aborted && setCamera("none"),
    );
    return () => lifetime.abort();
  }, [sound]);
  return (
    <Dialog title={title} onClose={onClose} actions={camera === "on" && actions(video)}>
      <p>{hint}</p>
      {camera !== "none" && (
        <video ref={video} className={styles["camera"]} aria-label={t("incident.camera")} playsInline muted />
      )}
      <Field label={t("incident.chooseFile")} hint={t("incident.chooseFileHint")}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept={accept}
            capture="environment"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) onFile(file);
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}
