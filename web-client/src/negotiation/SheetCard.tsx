import { facilityNeeds } from "@tsunagi/contracts/codes/facilities";
import { bedriddenLevels, careLevels, dementiaLevels, sexes } from "@tsunagi/contracts/codes/levels";
import { townOf } from "@tsunagi/contracts/codes/municipalities";
import { ageBands, costClasses, stayPeriods } from "@tsunagi/contracts/codes/negotiation";
import type { ConsiderationSheet, EnquirySheet } from "@tsunagi/contracts/rest/negotiation";
import { formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Card, type Fact, Facts } from "../kit/Card.tsx";

/** The anonymous sheet: the same for the asker and for every facility. */
export function SheetCard({ sheet, title }: { sheet: EnquirySheet; title: string }) {
  const { t, language: l } = useText();
  const facts: (Fact | null)[] = [
    {
      label: t("negotiation.ageSex"),
      value: `${ageBands.label(sheet.ageBand, l)}・${sexes.label(sheet.sex, l)}`,
    },
    {
      label: t("negotiation.lives"),
      value: townOf(sheet.municipality, l),
    },
    sheet.careLevel && { label: t("negotiation.careLevel"), value: careLevels.label(sheet.careLevel, l) },
    sheet.bedriddenLevel && {
      label: t("negotiation.bedridden"),
      value: bedriddenLevels.label(sheet.bedriddenLevel, l),
    },
    sheet.dementiaLevel && { label: t("negotiation.dementia"), value: dementiaLevels.label(sheet.dementiaLevel, l) },
    sheet.needs.length > 0
      ? { label: t("negotiation.needs"), value: sheet.needs.map((need) => facilityNeeds.label(need, l)).join("・") }
      : null,
    {
      label: t("negotiation.wish"),
      value: [
        sheet.wishedFrom && formatDate(`${sheet.wishedFrom}T00:00:00+09:00`, l),
        stayPeriods.label(sheet.period, l),
      ]
        .filter(Boolean)
        .join("・"),
    },
    { label: t("negotiation.cost"), value: costClasses.label(sheet.costClass, l) },
    sheet.text ? { label: t("negotiation.words"), value: sheet.text } : null,
  ];
  return (
    <Card title={title}>
      <Facts facts={facts.filter((fact) => fact !== null)} />
    </Card>
  );
}

export const SECTIONS = ["adl", "diagnoses", "medication", "family", "other"] as const;

/** What was given to consider somebody. */
export function ConsiderationCard({ sheet }: { sheet: ConsiderationSheet }) {
  const { t } = useText();
  const facts = SECTIONS.flatMap((name) =>
    sheet[name] ? [{ label: t(`negotiation.${name}`), value: sheet[name] }] : [],
  );
  return (
    <Card title={t("negotiation.consideration")}>
      <Facts facts={facts} />
    </Card>
  );
}
