import { Download, FileText } from "lucide-react";
import { useState } from "react";
import { useText } from "../../i18n/text.ts";
import { IconButton } from "../../kit/Button.tsx";
import { Hidden } from "../../kit/State.tsx";
import type { TileOf } from "../tile.ts";
import { useTools } from "../tools.ts";
import { Prose } from "./Prose.tsx";
import { fileSize } from "./size.ts";
import styles from "./Tile.module.css";

/** A file: name, size, and a tap to save it; a PDF is opened here. */
export function FileTile({ tile: { attachment, caption } }: { tile: TileOf<"file"> }) {
  const { t, language } = useText();
  const { save, openDocument } = useTools();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const { name, size, mimeType } = attachment;
  const opens = mimeType === "application/pdf" || /\.pdf$/i.test(name);
  const onSave = () => {
    setState("busy");
    save(attachment).then(
      () => setState("idle"),
      () => setState("failed"),
    );
  };
  return (
    <div className={styles["unreadable"]}>
      <div className={styles["fileRow"]}>
        <button
          type="button"
          className={styles["file"]}
          aria-disabled={state === "busy"}
          onClick={opens ? () => openDocument(attachment) : state === "busy" ? undefined : onSave}
        >
          <FileText size={28} aria-hidden />
          <span className={styles["fileText"]}>
            <span className={styles["fileName"]}>{name}</span>
            <span className={styles["small"]}>
              {state === "busy" ? t("timeline.saving") : size === null ? t("timeline.file") : fileSize(size, language)}
            </span>
          </span>
          <Hidden>{opens ? t("media.openDocument", { name }) : t("timeline.saveFile", { name })}</Hidden>
          {!opens && <Download size={20} aria-hidden />}
        </button>
        {opens && <IconButton icon={Download} label={t("timeline.saveFile", { name })} onClick={onSave} />}
      </div>
      {state === "failed" && (
        <p className={styles["problem"]} role="alert">
          {t("timeline.saveFailed")}
        </p>
      )}
      {caption && <Prose text={caption} />}
    </div>
  );
}
