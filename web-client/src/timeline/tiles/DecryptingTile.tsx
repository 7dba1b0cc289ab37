import { useText } from "../../i18n/text.ts";
import styles from "./Tile.module.css";

/** Being decrypted: as high as a line, so that nothing jumps. */
export function DecryptingTile() {
  const { t } = useText();
  return <p className={styles["aside"]}>{t("timeline.decrypting")}</p>;
}
