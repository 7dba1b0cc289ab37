import { BedDouble } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { List, Row } from "../kit/List.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { EmptyState } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { Freshness } from "./Freshness.tsx";
import styles from "./facilities.module.css";
import { serviceOf } from "./facilityWords.ts";
import { VacancyBadge } from "./VacancyBadge.tsx";

/** The services of one's own organisations: what they say of themselves, and what is free. */
export function OwnFacilitiesPage() {
  const { t, language } = useText();
  const { hub, session } = useWorkplace();
  const [own, loader] = useViewModel(() => new Loader((signal) => hub.call("listOwnFacilities", { signal })));
  useDocumentTitle(t("facilities.own"));
  const back = session.permissions.includes("facility.search") ? { back: "/facilities" } : {};
  return (
    <Page title={t("facilities.own")} subtitle={t("facilities.ownHint")} narrow {...back}>
      <Loaded of={own} onRetry={() => void loader.reload()}>
        {({ facilities }) =>
          facilities.length === 0 ? (
            <EmptyState icon={BedDouble} title={t("facilities.ownNone")}>
              {t("facilities.ownNoneHint")}
            </EmptyState>
          ) : (
            <List label={t("facilities.own")}>
              {facilities.map((facility) => (
                <Row
                  key={facility.id}
                  href={`/facilities/${facility.id}`}
                  title={
                    <>
                      {serviceOf(facility, language)}
                      <VacancyBadge vacancy={facility.vacancy} />
                    </>
                  }
                  subtitle={
                    <span className={styles["line"]}>
                      {facility.name}
                      {facility.vacancy && <Freshness vacancy={facility.vacancy} />}
                    </span>
                  }
                />
              ))}
            </List>
          )
        }
      </Loaded>
    </Page>
  );
}
