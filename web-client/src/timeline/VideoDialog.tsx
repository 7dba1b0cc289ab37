import { Download } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Busy } from "../kit/State.tsx";
import styles from "./PictureDialog.module.css";
import type { Picture } from "./tile.ts";
import { usePicture } from "./tiles/usePicture.ts";

/** A film, loaded whole and deciphered before it plays. */
export function VideoDialog(props: { picture: Picture; onSave: () => void; onClose: () => void }) {
  const { picture, onSave, onClose } = props;
  const { t } = useText();
  const loading = usePicture(picture);
  return (
    <Dialog
      title={picture.name}
      onClose={onClose}
      actions={
        <Button icon={Download} onClick={onSave}>
          {t("timeline.save")}
        </Button>
      }
    >
      {loading.state === "loading" && <Busy>{t("media.videoLoading")}</Busy>}
      {loading.state === "failed" && <p role="alert">{t("media.playFailed")}</p>}
      {loading.state === "ready" && (
        // biome-ignore lint/a11y/useMediaCaption: what people filmed a minute ago has no captions
        <video
          className={styles["picture"]}
          src={loading.url}
          aria-label={picture.name}
          controls
          autoPlay
          playsInline
        />
      )}
    </Dialog>
  );
}
