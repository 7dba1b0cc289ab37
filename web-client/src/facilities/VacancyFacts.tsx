import { roomTypes, vacancySexes } from "@tsunagi/contracts/codes/facilities";
import type { VacancyView } from "@tsunagi/contracts/rest/facilities";
import { formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Facts } from "../kit/Card.tsx";
import { Freshness } from "./Freshness.tsx";
import styles from "./facilities.module.css";
import { VacancyBadge } from "./VacancyBadge.tsx";

/** What is free, for whom, from when, and when that was confirmed. */
export function VacancyFacts({ vacancy }: { vacancy: VacancyView | null }) {
  const { t, language } = useText();
  if (!vacancy) return <p>{t("facilities.notReportedHint")}</p>;
  return (
    <>
      <p className={styles["line"]}>
        <VacancyBadge vacancy={vacancy} />
        <Freshness vacancy={vacancy} />
      </p>
      <Facts
        facts={[
          ...vacancy.lines.map(({ roomType, sex, count, availableFrom }) => ({
            label: `${roomTypes.label(roomType, language)}｜${vacancySexes.label(sex, language)}`,
            value: [
              t("facilities.places", { count }),
              availableFrom
                ? t("facilities.from", { date: formatDate(`${availableFrom}T00:00:00+09:00`, language) })
                : t("facilities.now"),
            ].join("｜"),
          })),
          ...(vacancy.waiting === null
            ? []
            : [{ label: t("facilities.waiting"), value: t("facilities.places", { count: vacancy.waiting }) }]),
          ...(vacancy.note ? [{ label: t("facilities.note"), value: vacancy.note }] : []),
        ]}
      />
    </>
  );
}
