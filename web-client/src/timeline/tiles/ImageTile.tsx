import { ImageOff, RotateCcw } from "lucide-react";
import { useText } from "../../i18n/text.ts";
import { Button } from "../../kit/Button.tsx";
import type { TileOf } from "../tile.ts";
import { useTools } from "../tools.ts";
import { Prose } from "./Prose.tsx";
import styles from "./Tile.module.css";
import { usePicture } from "./usePicture.ts";

/** Longest sides on the screen, in pixels; small images keep their own size. */
const MOST = { width: 320, height: 360 };

/** A picture, its place kept while it comes; a tap shows it large. */
export function ImageTile({ tile: { picture, caption } }: { tile: TileOf<"image"> }) {
  const { t } = useText();
  const { openPicture, pictures } = useTools();
  const source = picture.thumbnail ?? picture;
  const loading = usePicture(source);
  const { name } = picture;
  return (
    <div className={styles["unreadable"]}>
      {loading.state === "failed" ? (
        <div className={styles["imageFailed"]}>
          <ImageOff size={24} aria-hidden />
          <span>{t("timeline.imageFailed")}</span>
          <Button size="small" icon={RotateCcw} onClick={() => pictures.load(source)}>
            {t("common.retry")}
          </Button>
        </div>
      ) : (
        <button
          type="button"
          className={styles["image"]}
          style={boxOf(picture)}
          aria-label={t("timeline.openImage", { name })}
          aria-busy={loading.state === "loading"}
          onClick={() => openPicture(picture)}
        >
          {loading.state === "ready" ? (
            <img src={loading.url} alt="" decoding="async" />
          ) : (
            <span className={styles["small"]}>{t("timeline.imageLoading")}</span>
          )}
        </button>
      )}
      {caption && <Prose text={caption} />}
    </div>
  );
}

/** The place an image takes, known before it is there. */
export function boxOf({ width, height }: { width: number | null; height: number | null }) {
  if (width === null || height === null) return { inlineSize: 240, aspectRatio: "4 / 3" };
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { inlineSize: Math.max(72, Math.round(width * scale)), aspectRatio: `${width} / ${height}` };
}
