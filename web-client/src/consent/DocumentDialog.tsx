import { useEffect, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Stack } from "../kit/Page.tsx";
import { Busy } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./consent.module.css";

/** A consent document; the reading is recorded. */
export function DocumentDialog({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [file, loader] = useViewModel(
    () => new Loader((signal) => hub.file("readDocument", { params: { documentId }, signal })),
  );
  return (
    <Dialog title={t("consent.documentTitle")} onClose={onClose}>
      <Loaded of={file} onRetry={() => void loader.reload()} skeleton={<Busy>{t("consent.documentLoading")}</Busy>}>
        {(blob) => <DocumentView blob={blob} />}
      </Loaded>
    </Dialog>
  );
}

function DocumentView({ blob }: { blob: Blob }) {
  const { t } = useText();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (!url) return null;
  const title = t("consent.documentTitle");
  return (
    <Stack>
      {blob.type.startsWith("image/") ? (
        <img className={styles["page"]} src={url} alt={title} />
      ) : (
        <iframe className={styles["page"]} src={url} title={title} />
      )}
      <a href={url} target="_blank" rel="noreferrer">
        {t("consent.documentNewTab")}
      </a>
    </Stack>
  );
}
