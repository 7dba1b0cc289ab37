import type { Permission } from "@tsunagi/contracts/permissions";
import type { PersonView } from "@tsunagi/contracts/rest/people";
import { lazy, Suspense } from "react";
import { useWorkplace } from "../app/services.ts";
import { AccessTab } from "../audit/AccessTab.tsx";
import { ConsentTab } from "../consent/ConsentTab.tsx";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { Busy } from "../kit/State.tsx";
import { TabLinks } from "../kit/TabLinks.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { RecordsTab } from "../records/RecordsTab.tsx";
import { TeamTab } from "../teams/TeamTab.tsx";
import { InfoTab } from "./InfoTab.tsx";
import { CareLevelBadge, usePersonLine } from "./PersonRow.tsx";

const CardTab = lazy(async () => ({ default: (await import("../emergency/CardTab.tsx")).CardTab }));

const TABS = ["info", "card", "records", "consent", "team", "access"] as const;
type TabName = (typeof TABS)[number];

const NEEDS: Readonly<Record<TabName, Permission>> = {
  info: "person.read",
  card: "emergency.read",
  records: "record.read",
  consent: "person.read",
  team: "team.read",
  access: "access.read",
};

/** One person: data, records, consent, team, who looked. */
export function PersonPage({ personId, tab }: { personId: string; tab: string }) {
  const { t } = useText();
  const { hub, session } = useWorkplace();
  const line = usePersonLine();
  const [person, loader] = useViewModel(
    () => new Loader((signal) => hub.call("readPerson", { params: { personId }, signal })),
  );
  useDocumentTitle(t("people.title"));
  const tabs = TABS.filter((name) => session.permissions.includes(NEEDS[name]));
  const current = tabs.find((name) => name === tab) ?? "info";
  const { value } = person;
  const lost = !value && person.failure !== undefined;
  return (
    <Page
      title={value ? `${value.familyName} ${value.givenName}` : t("people.title")}
      mark={value && <CareLevelBadge level={value.careLevel} />}
      subtitle={value ? line(value) : "　"}
      back="/people"
      below={
        !lost && (
          <TabLinks
            label={t("people.sections")}
            links={tabs.map((name) => ({
              href: name === "info" ? `/people/${personId}` : `/people/${personId}/${name}`,
              label: t(`people.${name}`),
              current: name === current,
            }))}
          />
        )
      }
    >
      <Loaded of={person} onRetry={() => void loader.reload()}>
        {(loaded) => (
          <Stack>
            <Section
              key={current}
              name={current}
              person={loaded}
              onChanged={loader.put}
              onTeamsChanged={() => void loader.reload()}
            />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

interface SectionProps {
  readonly name: TabName;
  readonly person: PersonView;
  readonly onChanged: (person: PersonView) => void;
  readonly onTeamsChanged: () => void;
}

function Section({ name, person, onChanged, onTeamsChanged }: SectionProps) {
  const { t } = useText();
  switch (name) {
    case "info":
      return <InfoTab person={person} onChanged={onChanged} />;
    case "card":
      return (
        <Suspense fallback={<Busy>{t("common.loading")}</Busy>}>
          <CardTab personId={person.id} />
        </Suspense>
      );
    case "records":
      return <RecordsTab person={person} />;
    case "consent":
      return <ConsentTab person={person} onTeamsChanged={onTeamsChanged} />;
    case "team":
      return <TeamTab person={person} onTeamsChanged={onTeamsChanged} />;
    case "access":
      return <AccessTab personId={person.id} />;
  }
}
