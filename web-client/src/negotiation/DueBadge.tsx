import type { AskedEnquiryView } from "@tsunagi/contracts/rest/negotiation";
import { Clock } from "lucide-react";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";

/** Until when whose turn it is. */
export function DueBadge({
  enquiry,
  short = false,
}: {
  enquiry: Pick<AskedEnquiryView, "dueAt" | "turn" | "overdue">;
  /** The day only, where there is little room. */
  short?: boolean;
}) {
  const { t, language } = useText();
  const { dueAt, turn, overdue } = enquiry;
  if (!dueAt || !turn) return null;
  const day = new Intl.DateTimeFormat(language === "ja" ? "ja-JP" : "en-GB", {
    timeZone: "Asia/Tokyo",
    month: "numeric",
    day: "numeric",
    weekday: "short",
  }).format(new Date(dueAt));
  const whose = t(turn === "asker" ? "negotiation.turnAsker" : "negotiation.turnFacility");
  const time = short ? day : `${day} ${formatTime(dueAt, language)}`;
  const when = overdue ? t("negotiation.overdue") : t("negotiation.due", { time });
  return (
    <Badge tone={overdue ? "danger" : "info"} icon={Clock}>
      {short ? when : `${whose}・${when}`}
    </Badge>
  );
}
