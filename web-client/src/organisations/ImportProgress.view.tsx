import type { OpenDataImportView } from "@tsunagi/contracts/rest/organisations";
import { useId } from "react";
import { useText } from "../i18n/text.ts";
import styles from "./organisations.module.css";

/** How far an import is: a bar, and in words. */
export function ImportProgressView({ run }: { run: OpenDataImportView }) {
  const { t } = useText();
  const id = useId();
  const percent = Math.min(100, Math.floor((run.bytesRead / run.bytesTotal) * 100));
  return (
    <div className={styles["progress"]}>
      <label htmlFor={id}>
        {t("organisations.importProgress", { percent, rows: run.rows, rejected: run.rejected })}
      </label>
      <progress id={id} max={100} value={percent} />
      <p className={styles["total"]}>{t("organisations.importKeepOpen")}</p>
    </div>
  );
}
