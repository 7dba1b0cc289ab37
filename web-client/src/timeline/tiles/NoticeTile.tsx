import type { TileOf } from "../tile.ts";
import { Prose } from "./Prose.tsx";
import styles from "./Tile.module.css";

/** Automatic words, quieter than a person's. */
export const NoticeTile = ({ tile }: { tile: TileOf<"notice"> }) => (
  <div className={styles["quiet"]}>
    <Prose text={tile.body} />
  </div>
);
