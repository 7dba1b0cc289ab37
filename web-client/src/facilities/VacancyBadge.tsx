import type { VacancyView } from "@tsunagi/contracts/rest/facilities";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";

/** How many places are free, in a word. */
export function VacancyBadge({ vacancy }: { vacancy: VacancyView | null }) {
  const { t } = useText();
  if (!vacancy) return <Badge tone="warning">{t("facilities.notReported")}</Badge>;
  const count = vacancy.lines.reduce((sum, line) => sum + line.count, 0);
  if (count > 0) return <Badge tone="success">{t("facilities.free", { count })}</Badge>;
  return (
    <Badge>{vacancy.waiting ? t("facilities.fullWaiting", { count: vacancy.waiting }) : t("facilities.full")}</Badge>
  );
}
