import { complaints } from "@tsunagi/contracts/codes/incident";
import { sexes } from "@tsunagi/contracts/codes/levels";
import { ageBands } from "@tsunagi/contracts/codes/negotiation";
import type { IncidentSheet } from "@tsunagi/contracts/rest/incident";
import { useText } from "../i18n/text.ts";
import { Facts } from "../kit/Card.tsx";

/** What a hospital is told first. */
export function SheetLine({ sheet }: { sheet: IncidentSheet }) {
  const { t, language } = useText();
  const unknown = t("incident.unknown");
  return (
    <Facts
      facts={[
        { label: t("incident.complaint"), value: complaints.label(sheet.complaint, language) },
        { label: t("incident.age"), value: sheet.ageBand ? ageBands.label(sheet.ageBand, language) : unknown },
        { label: t("incident.sex"), value: sheet.sex ? sexes.label(sheet.sex, language) : unknown },
      ]}
    />
  );
}
