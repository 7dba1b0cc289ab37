import type { VacancyView } from "@tsunagi/contracts/rest/facilities";
import { Clock } from "lucide-react";
import { useEffect, useState } from "react";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { howLongAgo } from "./facilityWords.ts";

const MINUTE = 60_000;

/** When a vacancy was last confirmed, always shown; marked when that is too long ago to rely on. */
export function Freshness({ vacancy }: { vacancy: VacancyView }) {
  const { t, language } = useText();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  const { unit, count } = howLongAgo(vacancy.reportedAt, Math.max(now, Date.now()));
  const ago = t("facilities.lastConfirmed", { ago: t(`facilities.${unit}`, { count }) });
  return (
    <>
      <time dateTime={vacancy.reportedAt} title={formatDateTime(vacancy.reportedAt, language)}>
        {ago}
      </time>
      {vacancy.stale && (
        <Badge tone="warning" icon={Clock}>
          {t("facilities.stale")}
        </Badge>
      )}
    </>
  );
}
