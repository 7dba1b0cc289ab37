import { Ban } from "lucide-react";
import { useText } from "../../i18n/text.ts";
import styles from "./Tile.module.css";

/** 取消: that something stood here. */
export function RedactedTile() {
  const { t } = useText();
  return (
    <p className={styles["aside"]}>
      <Ban size={16} aria-hidden />
      {t("timeline.redacted")}
    </p>
  );
}
