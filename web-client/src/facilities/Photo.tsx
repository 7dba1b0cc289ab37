import { useEffect, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { Busy } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./facilities.module.css";

/** One photo with its words. */
export function Photo({ photo }: { photo: { readonly id: string; readonly description: string } }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [file, loader] = useViewModel(
    () => new Loader((signal) => hub.file("readFacilityPhoto", { params: { photoId: photo.id }, signal })),
  );
  return (
    <figure className={styles["photo"]}>
      <Loaded of={file} onRetry={() => void loader.reload()} skeleton={<Busy>{t("common.loading")}</Busy>}>
        {(blob) => <Picture blob={blob} description={photo.description} />}
      </Loaded>
      <figcaption>{photo.description}</figcaption>
    </figure>
  );
}

/** A picture from memory. */
export function Picture({ blob, description }: { blob: Blob; description: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url ? <img className={styles["picture"]} src={url} alt={description} /> : null;
}
