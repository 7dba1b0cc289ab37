import { KeyRound, ShieldAlert } from "lucide-react";
import type { PlainTextKey } from "../../i18n/keys.ts";
import { useText } from "../../i18n/text.ts";
import type { Unreadable } from "../../matrix/models.ts";
import type { TileOf } from "../tile.ts";
import styles from "./Tile.module.css";

const REASONS: Readonly<Record<Unreadable, PlainTextKey>> = {
  keyMissing: "timeline.keyMissing",
  beforeThisDevice: "timeline.beforeThisDevice",
  withheld: "timeline.withheld",
  untrustedSender: "timeline.untrustedSender",
  unknown: "timeline.unreadableUnknown",
};

/** Why a message cannot be read, and what will happen or what to do. It heals by itself when the key comes. */
export function UndecryptableTile({ tile: { reason } }: { tile: TileOf<"undecryptable"> }) {
  const { t } = useText();
  const untrusted = reason === "untrustedSender";
  const Icon = untrusted ? ShieldAlert : KeyRound;
  return (
    <div className={styles["unreadable"]}>
      <p className={styles["aside"]}>
        <Icon size={16} aria-hidden />
        {t(untrusted ? "timeline.untrustedTitle" : "timeline.unreadableTitle")}
      </p>
      <p className={styles["small"]}>{t(REASONS[reason])}</p>
    </div>
  );
}
