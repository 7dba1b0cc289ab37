import { facilityNeeds } from "@tsunagi/contracts/codes/facilities";
import { serviceLabel } from "@tsunagi/contracts/codes/facilityServices";
import { fitSentence } from "@tsunagi/contracts/codes/fitPoints";
import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import type { FacilityHit } from "@tsunagi/contracts/rest/facilitySearch";
import { CircleCheck, CircleHelp } from "lucide-react";
import { Link } from "wouter";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge, type Tone } from "../kit/Badge.tsx";
import styles from "./facilitySearch.module.css";

export interface HitViewProps {
  readonly hit: FacilityHit;
  readonly chosen: boolean;
  /** Left out where nobody may ask. */
  readonly onChoose?: (on: boolean) => void;
}

/** One facility that was found: what it is, its vacancy, what it says of the needs, why it fits and what is not sure. */
export function HitView({ hit, chosen, onChoose }: HitViewProps) {
  const { t, language } = useText();
  const place = municipalities.has(hit.municipality) ? municipalities.label(hit.municipality, language) : "";
  return (
    <li className={styles["hit"]} data-chosen={chosen || undefined}>
      <div className={styles["hitHead"]}>
        <div className={styles["hitNames"]}>
          <h3 className={styles["hitName"]}>
            <Link href={`/facilities/${hit.id}`}>{hit.name}</Link>
          </h3>
          <p className={styles["muted"]}>
            {[serviceLabel(hit.service, language), place, distanceText(hit, t)].filter(Boolean).join("・")}
          </p>
        </div>
        {onChoose && (
          <label className={styles["choose"]}>
            <input
              type="checkbox"
              checked={chosen}
              aria-label={t("facilitySearch.choose", { name: hit.name })}
              onChange={(event) => onChoose(event.target.checked)}
            />
          </label>
        )}
      </div>
      <VacancyLine hit={hit} />
      <NeedMarks hit={hit} />
      <Points hit={hit} />
    </li>
  );
}

type Translate = ReturnType<typeof useText>["t"];

const distanceText = ({ distanceKm }: FacilityHit, t: Translate): string =>
  distanceKm === null ? "" : t("facilitySearch.away", { km: distanceKm });

const TONES: Readonly<Record<FacilityHit["vacancy"]["state"], Tone>> = {
  now: "success",
  later: "info",
  full: "neutral",
  unknown: "warning",
};

function vacancyText({ vacancy: { state, count, from } }: FacilityHit, t: Translate): string {
  switch (state) {
    case "now":
      return t("facilitySearch.places", { count });
    case "later":
      return t("facilitySearch.later", { date: from ?? "" });
    case "full":
      return t("facilitySearch.full");
    case "unknown":
      return t("facilitySearch.unknownVacancy");
  }
}

function VacancyLine({ hit }: { hit: FacilityHit }) {
  const { t, language } = useText();
  const { vacancy, monthlyCostFrom } = hit;
  return (
    <p className={styles["facts"]}>
      <Badge tone={TONES[vacancy.state]}>{vacancyText(hit, t)}</Badge>
      {vacancy.stale && <Badge tone="warning">{t("facilitySearch.stale")}</Badge>}
      {vacancy.waiting !== null && vacancy.waiting > 0 && (
        <span>{t("facilitySearch.waiting", { count: vacancy.waiting })}</span>
      )}
      {monthlyCostFrom !== null && (
        <span>{t("facilitySearch.costFrom", { from: `¥${monthlyCostFrom.toLocaleString("ja")}` })}</span>
      )}
      <span className={styles["muted"]}>
        {vacancy.confirmedAt
          ? t("facilitySearch.confirmed", { when: formatDateTime(vacancy.confirmedAt, language) })
          : t("facilitySearch.neverConfirmed")}
      </span>
    </p>
  );
}

const MARKS = { accept: "○", consult: "△", decline: "×", unknown: "?" } as const;

/** What it says of the needs that were asked for. */
function NeedMarks({ hit: { needs } }: { hit: FacilityHit }) {
  const { t, language } = useText();
  if (needs.length === 0) return null;
  return (
    <ul className={styles["marks"]} aria-label={t("facilitySearch.needs")}>
      {needs.map(({ need, answer }) => (
        <li key={need} data-answer={answer}>
          <span className={styles["mark"]}>{MARKS[answer]}</span>
          {facilityNeeds.label(need, language)}
        </li>
      ))}
    </ul>
  );
}

function Points({ hit: { fit } }: { hit: FacilityHit }) {
  const { t, language } = useText();
  const sentences = (points: FacilityHit["fit"]["reasons"]) =>
    points.map((point) => fitSentence(point, language)).join(language === "ja" ? "、" : ", ");
  return (
    <div className={styles["points"]}>
      <p>
        <CircleCheck size={18} aria-hidden />
        <span>
          <strong>{t("facilitySearch.fit", { percent: fit.percent })}</strong>
          {fit.reasons.length > 0 && ` ${t("facilitySearch.why")}：${sentences(fit.reasons)}`}
        </span>
      </p>
      {fit.uncertain.length > 0 && (
        <p>
          <CircleHelp size={18} aria-hidden />
          <span>
            {t("facilitySearch.uncertain")}：{sentences(fit.uncertain)}
          </span>
        </p>
      )}
    </div>
  );
}
