import type { IncidentMediaView } from "@tsunagi/contracts/rest/incident";
import { useEffect, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import styles from "./incident.module.css";
import { openPiece } from "./pieces.ts";

/** Photos as they arrive: the small picture first, the whole when it is there. Nothing of them is kept on the device. */
export function Photos({ incidentId, media }: { incidentId: string; media: readonly IncidentMediaView[] }) {
  const { t } = useText();
  if (media.length === 0) return null;
  return (
    <Card title={t("incident.photos")}>
      <div className={styles["photos"]}>
        {media.map((one) => (
          <Photo key={one.id} incidentId={incidentId} media={one} />
        ))}
      </div>
    </Card>
  );
}

function Photo({ incidentId, media }: { incidentId: string; media: IncidentMediaView }) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const [shown, show] = useState<string>();
  const [failed, setFailed] = useState(false);
  const [attempt, again] = useState(0);
  const { id: mediaId, mediaType, received, chunks, erased, createdAt } = media;
  const whole = chunks !== null && received.length === chunks;
  const some = received.includes(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for the same once more
  useEffect(() => {
    if (!some || erased) return;
    const lifetime = new AbortController();
    const { signal } = lifetime;
    let url: string | undefined;
    const load = async () => {
      const { key } = await hub.call("openIncidentMedia", { params: { incidentId, mediaId }, signal });
      const piece = async (seq: number) => {
        const sealed = await hub.file("readIncidentChunk", { params: { incidentId, mediaId, seq }, signal });
        return openPiece(key, mediaId, seq, sealed);
      };
      const parts: ArrayBuffer[] = [];
      if (whole) for (let seq = 1; seq < (chunks ?? 0); seq += 1) parts.push(await piece(seq));
      else parts.push(await piece(0));
      if (signal.aborted) return;
      url = URL.createObjectURL(new Blob(parts, { type: mediaType }));
      show(url);
      setFailed(false);
    };
    load().catch(() => !signal.aborted && setFailed(true));
    return () => {
      lifetime.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [hub, incidentId, mediaId, mediaType, some, whole, chunks, erased, attempt]);
  const time = formatTime(createdAt, language);
  return (
    <figure>
      {shown && <img className={styles["photo"]} src={shown} alt={t("incident.photoAlt", { time })} />}
      <figcaption className={styles["time"]}>
        {time} {erased ? t("incident.erased") : !whole && t("incident.arriving", { count: received.length })}
      </figcaption>
      {failed && (
        <Button size="small" onClick={() => again(attempt + 1)}>
          {t("incident.again")}
        </Button>
      )}
    </figure>
  );
}
