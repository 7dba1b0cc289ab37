import { CirclePlay } from "lucide-react";
import { useText } from "../../i18n/text.ts";
import { Hidden } from "../../kit/State.tsx";
import type { Attachment, TileOf } from "../tile.ts";
import { useTools } from "../tools.ts";
import { boxOf } from "./ImageTile.tsx";
import { Prose } from "./Prose.tsx";
import { fileSize } from "./size.ts";
import styles from "./Tile.module.css";
import { usePicture } from "./usePicture.ts";

/** A film: a still, how large it is, and a tap that loads and plays it. */
export function VideoTile({ tile: { picture, caption } }: { tile: TileOf<"video"> }) {
  const { t, language } = useText();
  const { openVideo } = useTools();
  const { name, size, thumbnail } = picture;
  return (
    <div className={styles["unreadable"]}>
      <button type="button" className={styles["video"]} style={boxOf(picture)} onClick={() => openVideo(picture)}>
        <Hidden>{t("media.openVideo", { name })}</Hidden>
        {thumbnail && <Still thumbnail={thumbnail} />}
        <span className={styles["playMark"]}>
          <CirclePlay size={48} aria-hidden />
          {size !== null && <span>{fileSize(size, language)}</span>}
        </span>
      </button>
      {caption && <Prose text={caption} />}
    </div>
  );
}

function Still({ thumbnail }: { thumbnail: Attachment }) {
  const loading = usePicture(thumbnail);
  return loading.state === "ready" ? <img src={loading.url} alt="" decoding="async" /> : null;
}
