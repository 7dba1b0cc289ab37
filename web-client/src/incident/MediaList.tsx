import type { IncidentMediaView } from "@tsunagi/contracts/rest/incident";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import styles from "./incident.module.css";
import { isWhole, MediaReader, unbroken } from "./mediaReader.ts";
import { useMediaUrl } from "./useMediaUrl.ts";
import { VideoPlayer } from "./VideoPlayer.tsx";

/** Photos and videos as they arrive: the small picture first. Nothing of them is kept on the device. */
export function MediaList({ incidentId, media }: { incidentId: string; media: readonly IncidentMediaView[] }) {
  const { t } = useText();
  if (media.length === 0) return null;
  return (
    <Card title={t("incident.photos")}>
      <div className={styles["photos"]}>
        {media.map((one) => (
          <Medium key={one.id} incidentId={incidentId} media={one} />
        ))}
      </div>
    </Card>
  );
}

function Medium({ incidentId, media }: { incidentId: string; media: IncidentMediaView }) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const [reader] = useState(() => new MediaReader(hub, incidentId, media.id));
  const [playing, play] = useState(false);
  const { mediaType, received, erased, createdAt } = media;
  const video = mediaType.startsWith("video/");
  const whole = isWhole(media);
  const seqs = whole && !video ? unbroken(media) : [0];
  const { url, failed, again } = useMediaUrl(reader, seqs, "image/jpeg", received.includes(0) && !erased);
  const time = formatTime(createdAt, language);
  const playable = video && !erased && received.includes(1);
  return (
    <figure>
      {playing && playable ? (
        <VideoPlayer reader={reader} media={media} label={t("incident.videoAlt", { time })} />
      ) : (
        url && (
          <img
            className={styles["photo"]}
            src={url}
            alt={t(video ? "incident.posterAlt" : "incident.photoAlt", { time })}
          />
        )
      )}
      <figcaption className={styles["time"]}>
        {time} {video && t("incident.video")}{" "}
        {erased ? t("incident.erased") : !whole && t("incident.arriving", { count: received.length })}
      </figcaption>
      {playable && !playing && <Button onClick={() => play(true)}>{t("incident.play")}</Button>}
      {failed && (
        <Button size="small" onClick={again}>
          {t("incident.again")}
        </Button>
      )}
    </figure>
  );
}
