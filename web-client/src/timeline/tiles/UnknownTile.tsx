import { FileQuestion } from "lucide-react";
import { useText } from "../../i18n/text.ts";
import type { TileOf } from "../tile.ts";
import { Prose } from "./Prose.tsx";
import styles from "./Tile.module.css";

/** Something another program sent; its plain words, where it has some. */
export function UnknownTile({ tile }: { tile: TileOf<"unknown"> }) {
  const { t } = useText();
  return (
    <div className={styles["unreadable"]}>
      <p className={styles["aside"]}>
        <FileQuestion size={16} aria-hidden />
        {t("timeline.unknownTile")}
      </p>
      {tile.body && <Prose text={tile.body} />}
    </div>
  );
}
