import type { IncidentMediaView } from "@tsunagi/contracts/rest/incident";
import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import styles from "./incident.module.css";
import { isWhole, type MediaReader, unbroken } from "./mediaReader.ts";
import { useMediaUrl } from "./useMediaUrl.ts";

interface Props {
  readonly reader: MediaReader;
  readonly media: IncidentMediaView;
  readonly label: string;
}

/** Plays what has arrived, and goes on from there once more is there. */
export function VideoPlayer({ reader, media, label }: Props) {
  const { t } = useText();
  const arrived = unbroken(media);
  /** How many pieces are being played: swapped for more only where it stands still, so that nothing jumps. */
  const [count, setCount] = useState(arrived.length);
  const [atEnd, setAtEnd] = useState(false);
  const [unplayable, setUnplayable] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const place = useRef(0);
  const { url } = useMediaUrl(reader, arrived.slice(0, count), media.mediaType, true);
  useEffect(() => {
    if (!atEnd || arrived.length <= count) return;
    setAtEnd(false);
    setCount(arrived.length);
  }, [atEnd, arrived.length, count]);
  return (
    <>
      <video
        ref={video}
        className={styles["video"]}
        src={url}
        aria-label={label}
        controls
        autoPlay
        playsInline
        onLoadedMetadata={() => {
          if (video.current && place.current > 0) video.current.currentTime = place.current;
        }}
        onEnded={() => {
          place.current = video.current?.currentTime ?? 0;
          setAtEnd(true);
        }}
        onError={() => url && setUnplayable(true)}
      >
        <track kind="captions" />
      </video>
      {unplayable && <p>{t("incident.unplayable")}</p>}
      {atEnd && !isWhole(media) && <p role="status">{t("incident.moreComing")}</p>}
    </>
  );
}
