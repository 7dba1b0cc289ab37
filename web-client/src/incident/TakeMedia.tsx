import { CHUNK_BYTES, MOST_CHUNKS } from "@tsunagi/contracts/rest/incident";
import { Camera, Video } from "lucide-react";
import { useState } from "react";
import { redrawPhoto } from "../facilities/redrawPhoto.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Pair } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { CameraDialog } from "./CameraDialog.tsx";
import { firstPicture, smallOf, still } from "./stills.ts";
import type { Upload, UploadModel } from "./upload.model.ts";
import { VideoDialog } from "./VideoDialog.tsx";

/** The small picture takes one piece. */
const MOST_BYTES = (MOST_CHUNKS - 1) * CHUNK_BYTES;
const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

type Trouble =
  | { readonly text: "unreadable" | "unreadableVideo" }
  | { readonly text: "tooLarge"; readonly size: number };

/** Takes photos and videos inside the page, and shows how far they have got. */
export function TakeMedia({ uploads, model }: { uploads: readonly Upload[]; model: UploadModel }) {
  const { t } = useText();
  const [open, setOpen] = useState<"photo" | "video">();
  const [trouble, setTrouble] = useState<Trouble>();
  const close = () => setOpen(undefined);
  const photo = async (picture: Blob) => {
    close();
    const whole = await redrawPhoto(picture);
    const small = whole && (await smallOf(whole));
    setTrouble(small ? undefined : { text: "unreadable" });
    if (small) model.send(whole, small);
  };
  const video = async (file: File) => {
    close();
    if (file.size > MOST_BYTES) return setTrouble({ text: "tooLarge", size: megabytes(file.size) });
    const picture = await firstPicture(file);
    const small = picture && (await smallOf(picture));
    setTrouble(small ? undefined : { text: "unreadableVideo" });
    if (small) model.send(file, small, file.type === "video/webm" ? "video/webm" : "video/mp4");
  };
  return (
    <>
      <Pair>
        <Button variant="primary" wide icon={Camera} onClick={() => setOpen("photo")}>
          {t("incident.takePhoto")}
        </Button>
        <Button variant="primary" wide icon={Video} onClick={() => setOpen("video")}>
          {t("incident.takeVideo")}
        </Button>
      </Pair>
      {trouble && (
        <Banner tone="danger">
          {trouble.text === "tooLarge"
            ? t("incident.tooLarge", { size: trouble.size, most: megabytes(MOST_BYTES) })
            : t(`incident.${trouble.text}`)}
        </Banner>
      )}
      {uploads.map(({ key, video: film, sent, total, state }) => (
        <Banner key={key} tone={state === "failed" ? "danger" : "info"} live>
          {t(film ? `incident.${state}Video` : `incident.${state}`, { sent, total })}
        </Banner>
      ))}
      {open === "photo" && (
        <CameraDialog
          title={t("incident.takePhoto")}
          hint={t("incident.notInGallery")}
          accept="image/*"
          onFile={(file) => void photo(file)}
          onClose={close}
          actions={(camera) => (
            <Button
              variant="primary"
              wide
              onClick={async () => {
                const picture = camera.current && (await still(camera.current));
                if (picture) await photo(picture);
              }}
            >
              {t("incident.shoot")}
            </Button>
          )}
        />
      )}
      {open === "video" && <VideoDialog begin={model.begin} onFile={(file) => void video(file)} onClose={close} />}
    </>
  );
}
