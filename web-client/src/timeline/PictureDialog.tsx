import { Download } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Busy } from "../kit/State.tsx";
import styles from "./PictureDialog.module.css";
import type { Picture } from "./tile.ts";
import { usePicture } from "./tiles/usePicture.ts";

/** A picture as large as the screen allows, and saving it. */
export function PictureDialog(props: { picture: Picture; onSave: () => void; onClose: () => void }) {
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
      {loading.state === "loading" && <Busy>{t("timeline.imageLoading")}</Busy>}
      {loading.state === "failed" && <p role="alert">{t("timeline.imageFailed")}</p>}
      {loading.state === "ready" && <img className={styles["picture"]} src={loading.url} alt={picture.name} />}
    </Dialog>
  );
}
