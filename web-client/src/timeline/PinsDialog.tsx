import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { previewText } from "../rooms/preview.ts";
import styles from "./Panels.module.css";
import type { Pinned } from "./pins.ts";
import { tileOf } from "./tileOf.ts";
import { useTools } from "./tools.ts";
import { moment } from "./when.ts";

interface Props {
  readonly pins: readonly Pinned[];
  readonly mayPin: boolean;
  readonly onGoTo: (eventId: string) => void;
  readonly onUnpin: (eventId: string) => void;
  readonly onClose: () => void;
}

/** The important messages, with the way to each and taking one off. */
export function PinsDialog({ pins, mayPin, onGoTo, onUnpin, onClose }: Props) {
  const text = useText();
  const { t, language } = text;
  const { nameOf, keeperUserId } = useTools();
  return (
    <Dialog title={t("marks.pinsTitle")} onClose={onClose}>
      <ul className={styles["list"]}>
        {pins.map(({ eventId, event }) => {
          const tile = event && tileOf(event, keeperUserId);
          return (
            <li key={eventId} className={styles["item"]}>
              {event && (
                <p className={styles["about"]}>
                  <span>{nameOf(event.sender).name}</span>
                  <span>{nameOf(event.sender).roleLabel}</span>
                  <time dateTime={new Date(event.sentAt).toISOString()}>
                    {moment(event.sentAt, Date.now(), language)}
                  </time>
                </p>
              )}
              <p className={styles["words"]}>
                {tile ? (tile.kind === "text" ? tile.body : previewText(tile, text)) : t("marks.pinMissing")}
              </p>
              <div className={styles["acts"]}>
                {event && (
                  <Button size="small" onClick={() => onGoTo(eventId)}>
                    {t("marks.pinGoTo")}
                  </Button>
                )}
                {mayPin && (
                  <Button size="small" variant="quiet" onClick={() => onUnpin(eventId)}>
                    {t("marks.unpin")}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {mayPin && <p className={styles["note"]}>{t("marks.pinWho")}</p>}
    </Dialog>
  );
}
