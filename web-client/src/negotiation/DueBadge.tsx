import type { AskedEnquiryView } from "@tsunagi/contracts/rest/negotiation";
import { Clock } from "lucide-react";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";

/** Until when whose turn it is. */
export function DueBadge({ enquiry }: { enquiry: Pick<AskedEnquiryView, "dueAt" | "turn" | "overdue"> }) {
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
  const when = overdue
    ? t("negotiation.overdue")
    : t("negotiation.due", { time: `${day} ${formatTime(dueAt, language)}` });
  return (
    <Badge tone={overdue ? "danger" : "info"} icon={Clock}>
      {`${whose}・${when}`}
    </Badge>
  );
}
