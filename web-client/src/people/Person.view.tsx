import { townOf } from "@tsunagi/contracts/codes/municipalities";
import type { PersonView as Person } from "@tsunagi/contracts/rest/people";
import { Pencil } from "lucide-react";
import { ageOn, formatDate, formatEraDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card, type Fact, Facts } from "../kit/Card.tsx";
import { levelLists, sexList } from "./personForm.ts";

export interface PersonViewProps {
  readonly person: Person;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

/** A person's data. */
export function PersonView({ person, mayEdit, onEdit }: PersonViewProps) {
  const { t, language } = useText();
  const { birthDate, municipality } = person;
  const town = townOf(municipality, language);
  const born = t("people.birthDateRead", {
    date: formatDate(`${birthDate}T00:00:00+09:00`, language),
    era: formatEraDate(birthDate, language),
    years: ageOn(birthDate),
  });
  const edit = mayEdit && (
    <Button size="small" icon={Pencil} onClick={onEdit}>
      {t("people.edit")}
    </Button>
  );
  return (
    <>
      <Card title={t("people.identity")} actions={edit}>
        <Facts
          facts={[
            { label: t("people.kana"), value: `${person.familyKana} ${person.givenKana}` },
            { label: t("people.birthDateLabel"), value: born },
            { label: t("people.sex"), value: sexList.label(person.sex, language) },
          ]}
        />
      </Card>
      <Card title={t("people.contact")}>
        <Facts
          facts={[
            { label: t("people.municipality"), value: town },
            { label: t("people.address"), value: person.address || t("common.notSet") },
            { label: t("people.phone"), value: phoneLink(person.phone) ?? t("common.notSet") },
          ]}
        />
      </Card>
      <Card title={t("people.levels")}>
        <Facts facts={useLevelFacts(person)} />
      </Card>
      <Card>
        <Facts
          facts={[
            { label: t("people.code"), value: person.code },
            { label: t("people.registeredBy"), value: person.registeredBy },
            { label: t("people.registeredAt"), value: formatDate(person.registeredAt, language) },
          ]}
        />
      </Card>
    </>
  );
}

/** Tapped, it calls. */
const phoneLink = (phone: string) =>
  phone === "" ? undefined : <a href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>{phone}</a>;

function useLevelFacts(person: Person): readonly Fact[] {
  const { t, language } = useText();
  const { careLevel, bedriddenLevel, dementiaLevel, disabilityLevel } = person;
  const unset = t("common.notSet");
  return [
    { label: t("people.careLevel"), value: careLevel ? levelLists.careLevel.label(careLevel, language) : unset },
    {
      label: t("people.bedriddenLevel"),
      value: bedriddenLevel ? levelLists.bedriddenLevel.label(bedriddenLevel, language) : unset,
    },
    {
      label: t("people.dementiaLevel"),
      value: dementiaLevel ? levelLists.dementiaLevel.label(dementiaLevel, language) : unset,
    },
    {
      label: t("people.disabilityLevel"),
      value: disabilityLevel ? levelLists.disabilityLevel.label(disabilityLevel, language) : unset,
    },
  ];
}
