import { useEffect, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { Banner, Busy } from "../kit/State.tsx";
import type { Version } from "../matrix/models.ts";
import styles from "./Panels.module.css";
import { moment } from "./when.ts";

/** What a message said before and after each edit. */
export function VersionsDialog(props: { load: () => Promise<readonly Version[]>; onClose: () => void }) {
  const { load, onClose } = props;
  const { t, language } = useText();
  const [versions, setVersions] = useState<readonly Version[] | "loading" | "failed">("loading");
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    load().then(setVersions, () => setVersions("failed"));
  }, []);
  return (
    <Dialog title={t("marks.versionsTitle")} onClose={onClose} narrow>
      {versions === "loading" && <Busy>{t("common.loading")}</Busy>}
      {versions === "failed" && <Banner tone="danger">{t("marks.versionsFailed")}</Banner>}
      {typeof versions === "object" && (
        <ol className={styles["list"]}>
          {versions.map(({ body, at }, i) => (
            <li key={at} className={styles["item"]}>
              <p className={styles["about"]}>
                <span>{t(i === 0 ? "marks.versionFirst" : "marks.versionNext")}</span>
                <time dateTime={new Date(at).toISOString()}>{moment(at, Date.now(), language)}</time>
              </p>
              <p className={styles["words"]}>{(body ?? t("marks.versionUnreadable")).replace(/^\* /, "")}</p>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
