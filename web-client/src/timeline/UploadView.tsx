import { CircleAlert, FileText, Image as ImageIcon, X } from "lucide-react";
import type { Upload } from "../composer/uploads.model.ts";
import { useText } from "../i18n/text.ts";
import { Button, IconButton } from "../kit/Button.tsx";
import { cx } from "../kit/cx.ts";
import message from "./Message.module.css";
import { fileSize } from "./tiles/size.ts";
import styles from "./Upload.module.css";

export interface UploadProps {
  readonly upload: Upload;
  readonly mostBytes: number;
  readonly onRetry: () => void;
  readonly onCancel: () => void;
}

/** A file on its way out, at the place where its message will stand. */
export function UploadView({ upload, mostBytes, onRetry, onCancel }: UploadProps) {
  const { t, language } = useText();
  const { name, size, image, state, progress, problem } = upload;
  const Icon = image ? ImageIcon : FileText;
  const percent = Math.round(progress * 100);
  return (
    <li className={cx(message["message"], message["own"], message["first"])} data-key={upload.id}>
      <div className={styles["upload"]}>
        <Icon size={28} aria-hidden />
        <span className={styles["text"]}>
          <span className={styles["name"]}>{name}</span>
          {state === "failed" ? (
            <span className={styles["problem"]} role="alert">
              <CircleAlert size={16} aria-hidden />
              {problem === "tooLarge"
                ? t("timeline.uploadTooLarge", { limit: fileSize(mostBytes, language) })
                : t(problem === "unreadable" ? "composer.uploadUnreadable" : "timeline.uploadFailed")}
            </span>
          ) : (
            <>
              <span className={styles["state"]}>
                {state === "preparing" ? t("timeline.uploadPreparing") : t("timeline.uploading", { percent })}
                {`　${fileSize(size, language)}`}
              </span>
              <progress className={styles["progress"]} max={100} value={percent} aria-label={name} />
            </>
          )}
          {problem === "notSent" && (
            <span className={styles["acts"]}>
              <Button size="small" onClick={onRetry}>
                {t("timeline.resend")}
              </Button>
              <Button size="small" variant="quiet" onClick={onCancel}>
                {t("timeline.giveUp")}
              </Button>
            </span>
          )}
        </span>
        {problem !== "notSent" && (
          <IconButton
            icon={X}
            label={t(problem ? "timeline.uploadRemove" : "timeline.uploadCancel")}
            onClick={onCancel}
          />
        )}
      </div>
    </li>
  );
}
