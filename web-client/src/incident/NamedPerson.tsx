import type { IncidentRequestView } from "@tsunagi/contracts/rest/incident";
import { formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Card, Facts } from "../kit/Card.tsx";

/** Who it is, told by the crew before a hospital was confirmed. */
export function NamedPerson({ person }: { person: NonNullable<IncidentRequestView["person"]> }) {
  const { t, language } = useText();
  return (
    <Card title={t("incident.named")}>
      <Facts
        facts={[
          { label: t("incident.name"), value: `${person.familyName} ${person.givenName}` },
          { label: t("incident.kana"), value: `${person.familyKana} ${person.givenKana}` },
          { label: t("incident.birthDate"), value: formatDate(person.birthDate, language) },
        ]}
      />
    </Card>
  );
}
