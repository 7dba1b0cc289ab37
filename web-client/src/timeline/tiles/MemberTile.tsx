import { LogIn, LogOut } from "lucide-react";
import { useText } from "../../i18n/text.ts";
import type { MemberChange, TileOf } from "../tile.ts";
import { useTools } from "../tools.ts";
import styles from "./Tile.module.css";

const SENTENCES = {
  joined: "timeline.joined",
  left: "timeline.left",
  removed: "timeline.removed",
} as const satisfies Record<MemberChange, string>;

/** People came in or left. */
export function MemberTile({ tiles }: { tiles: readonly TileOf<"member">[] }) {
  const { t } = useText();
  const { nameOf } = useTools();
  const change = tiles[0]?.change ?? "joined";
  const Icon = change === "joined" ? LogIn : LogOut;
  const names = tiles.map(({ userId }) => nameOf(userId).name);
  return (
    <p className={styles["change"]}>
      <Icon size={14} aria-hidden />
      {t(SENTENCES[change], { name: [...new Set(names)].join(t("timeline.nameJoin")) })}
    </p>
  );
}
