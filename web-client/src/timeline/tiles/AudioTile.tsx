import { Pause, Play } from "lucide-react";
import { useText } from "../../i18n/text.ts";
import { IconButton } from "../../kit/Button.tsx";
import { Hidden } from "../../kit/State.tsx";
import { useSnapshot } from "../../kit/useViewModel.ts";
import type { TileOf } from "../tile.ts";
import { useTools } from "../tools.ts";
import styles from "./Audio.module.css";
import { Prose } from "./Prose.tsx";

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** A voice memo or another sound: play, hold, go to a place in it, hear it faster. Loaded when it is played. */
export function AudioTile({ tile: { attachment, seconds, waveform, voice, caption } }: { tile: TileOf<"audio"> }) {
  const { t } = useText();
  const { player } = useTools();
  const now = useSnapshot(player);
  const mine = now.url === attachment.file.url;
  const state = mine ? now.state : "paused";
  const position = mine ? now.position : 0;
  const share = seconds > 0 ? Math.min(1, position / seconds) : 0;
  const name = t(voice ? "media.voice" : "media.audio");
  const act = t(state === "playing" ? "media.pause" : "media.play");
  return (
    <div className={styles["audio"]}>
      <div className={styles["controls"]}>
        <IconButton
          primary
          icon={state === "playing" ? Pause : Play}
          label={t("media.playing", { name, act })}
          aria-busy={state === "loading"}
          onClick={() => void player.toggle(attachment)}
        />
        <span className={styles["wave"]}>
          <span className={styles["bars"]} aria-hidden>
            {waveform.map((height, i) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: bars of one unchanging sound
                key={i}
                data-heard={i < share * waveform.length || undefined}
                style={{ blockSize: `${Math.max(8, height * 100)}%` }}
              />
            ))}
          </span>
          <input
            type="range"
            min={0}
            max={1}
            step={0.01}
            value={share}
            disabled={!mine || state === "loading"}
            aria-label={t("media.seek")}
            aria-valuetext={t("media.position", { now: Math.floor(position), all: Math.round(seconds) })}
            onChange={(event) => player.seek(attachment, Number(event.target.value), seconds)}
          />
        </span>
      </div>
      <div className={styles["about"]}>
        <span>
          {voice ? name : attachment.name} {clock(position > 0 ? position : seconds)}
        </span>
        {mine && (
          <button type="button" className={styles["rate"]} onClick={player.changeRate}>
            <span aria-hidden>×{now.rate}</span>
            <Hidden>{t("media.rate", { rate: now.rate })}</Hidden>
          </button>
        )}
      </div>
      {state === "failed" && (
        <p className={styles["problem"]} role="alert">
          {t("media.playFailed")}
        </p>
      )}
      {caption && <Prose text={caption} />}
    </div>
  );
}
