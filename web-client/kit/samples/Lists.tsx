import { KeyRound, Users } from "lucide-react";
import { useText } from "../../src/i18n/text.ts";
import { Avatar } from "../../src/kit/Avatar.tsx";
import { Badge, CountBadge } from "../../src/kit/Badge.tsx";
import { Card, Facts } from "../../src/kit/Card.tsx";
import { List, Row } from "../../src/kit/List.tsx";
import { TabLinks } from "../../src/kit/TabLinks.tsx";
import { Sample } from "../Sample.tsx";

const ROLES = [
  "physician",
  "visitingNurse",
  "pharmacist",
  "physicalTherapist",
  "careManager",
  "helper",
  "msw",
  "cityStaff",
  "emt",
];

/** Rows, people, facts and tabs. */
export function Lists() {
  const { t, say } = useText();
  const name = say({ ja: "架空 花子", en: "Hanako Kakuu" });
  return (
    <Card title="List, Card, Facts, TabLinks, Avatar">
      <Sample name="Avatar">
        {ROLES.map((role) => (
          <Avatar key={role} name={name} role={role} />
        ))}
        <Avatar name={name} kind="person" />
        <Avatar name={name} role={ROLES[5]} small />
        <Avatar name="" />
      </Sample>
      <List label="Row">
        <Row title={name} subtitle={t("teams.careTeam")} leading={<Avatar name={name} kind="person" />} href="/" />
        <Row
          title={name}
          subtitle={say({ ja: "訪問看護師｜みどり訪問看護", en: "Visiting nurse, Midori" })}
          leading={<Avatar name={name} role={ROLES[1]} />}
          trailing={<CountBadge count={5} label={t("rooms.unread", { count: 5 })} />}
          href="/"
          current
        />
        <Row title={t("settings.password")} leading={<KeyRound size={24} aria-hidden />} onSelect={() => undefined} />
        <Row
          title={say({ ja: "ただ見せる行", en: "A row that only shows" })}
          leading={<Users size={24} aria-hidden />}
          trailing={<Badge tone="warning">{t("devices.statewaiting")}</Badge>}
        />
      </List>
      <Facts
        facts={[
          { label: t("settings.name"), value: name },
          { label: t("people.address"), value: say({ ja: "静岡県三島市架空町1-2-3", en: "1-2-3 Kakuu, Mishima" }) },
          { label: t("people.phone"), value: t("common.notSet") },
        ]}
      />
      <TabLinks
        label={t("people.sections")}
        links={[
          { href: "/", label: t("people.info"), current: true },
          { href: "/a", label: t("people.records"), current: false },
          { href: "/b", label: t("people.team"), current: false, badge: <Badge tone="info">3</Badge> },
        ]}
      />
    </Card>
  );
}
