import { townOf } from "@tsunagi/contracts/codes/municipalities";
import type { FacilityView } from "@tsunagi/contracts/rest/facilities";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { TabLinks } from "../kit/TabLinks.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { serviceOf } from "./facilityWords.ts";
import { HistoryTab } from "./HistoryTab.tsx";
import { InfoTab } from "./InfoTab.tsx";
import { VacancyBadge } from "./VacancyBadge.tsx";
import { VacancyTab } from "./VacancyTab.tsx";

const TABS = ["info", "vacancy", "history"] as const;
type TabName = (typeof TABS)[number];

/** One facility: what it says of itself, what is free, and for its own people who said what. */
export function FacilityPage({ facilityId, tab }: { facilityId: string; tab: string }) {
  const { t, language } = useText();
  const { hub, session } = useWorkplace();
  const [facility, loader] = useViewModel(
    () => new Loader((signal) => hub.call("readFacility", { params: { facilityId }, signal })),
  );
  useDocumentTitle(t("facilities.title"));
  const { value } = facility;
  const isOwn = value !== undefined && (value.may.edit || value.may.report);
  const tabs = TABS.filter((name) => name !== "history" || isOwn);
  const current = tabs.find((name) => name === tab) ?? "info";
  const searches = session.permissions.includes("facility.search");
  return (
    <Page
      title={value?.name ?? t("facilities.title")}
      mark={value && <VacancyBadge vacancy={value.vacancy} />}
      subtitle={value ? `${serviceOf(value, language)}｜${townOf(value.municipality, language)}` : "　"}
      back={isOwn || !searches ? "/facilities/own" : "/facilities"}
      below={
        value && (
          <TabLinks
            label={t("facilities.sections")}
            links={tabs.map((name) => ({
              href: name === "info" ? `/facilities/${facilityId}` : `/facilities/${facilityId}/${name}`,
              label: t(`facilities.${name}`),
              current: name === current,
            }))}
          />
        )
      }
    >
      <Loaded of={facility} onRetry={() => void loader.reload()}>
        {(loaded) => (
          <Stack>
            <Section key={current} name={current} facility={loaded} onChanged={loader.put} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

interface SectionProps {
  readonly name: TabName;
  readonly facility: FacilityView;
  readonly onChanged: (facility: FacilityView) => void;
}

function Section({ name, facility, onChanged }: SectionProps) {
  switch (name) {
    case "info":
      return <InfoTab facility={facility} onChanged={onChanged} />;
    case "vacancy":
      return <VacancyTab facility={facility} onChanged={onChanged} />;
    case "history":
      return <HistoryTab facilityId={facility.id} />;
  }
}
