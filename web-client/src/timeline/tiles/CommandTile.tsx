import { Slash } from "lucide-react";
import { useText } from "../../i18n/text.ts";
import { Hidden } from "../../kit/State.tsx";
import type { TileOf } from "../tile.ts";
import styles from "./Tile.module.css";

/** A command somebody gave, in short: its answer says the rest. */
export function CommandTile({ tile }: { tile: TileOf<"command"> }) {
  const { t } = useText();
  return (
    <p className={styles["command"]}>
      <Slash size={14} aria-hidden />
      <Hidden>{t("timeline.command")}</Hidden>
      <span>{tile.body.slice(1)}</span>
    </p>
  );
}
