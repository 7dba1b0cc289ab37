import { facilityOffers, roomTypes } from "@tsunagi/contracts/codes/facilities";
import { careLevels } from "@tsunagi/contracts/codes/levels";
import { townOf } from "@tsunagi/contracts/codes/municipalities";
import type { FacilityView as Facility } from "@tsunagi/contracts/rest/facilities";
import { Pencil } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card, type Fact, Facts } from "../kit/Card.tsx";
import { Banner } from "../kit/State.tsx";
import { costText } from "./costText.ts";
import { NeedsTable } from "./NeedsTable.view.tsx";
import { VacancyFacts } from "./VacancyFacts.tsx";

export interface FacilityViewProps {
  readonly facility: Facility;
  /** Left out for whoever only looks. */
  readonly onEdit: (() => void) | undefined;
}

/** A facility as it shows itself. */
export function FacilityView({ facility, onEdit }: FacilityViewProps) {
  const { t } = useText();
  const { profile, updatedAt } = facility;
  const said = useProfileFacts(facility);
  const contact = useContactFacts(facility);
  const edit = onEdit && (
    <Button size="small" icon={Pencil} onClick={onEdit}>
      {t("facilities.edit")}
    </Button>
  );
  return (
    <>
      {updatedAt === null && (
        <Banner title={t("facilities.noProfile")} actions={edit}>
          {t(onEdit ? "facilities.noProfileOwn" : "facilities.noProfileHint")}
        </Banner>
      )}
      <Card title={t("facilities.vacancy")}>
        <VacancyFacts vacancy={facility.vacancy} />
      </Card>
      {updatedAt !== null && (
        <>
          <Card title={t("facilities.features")} actions={edit}>
            <Facts facts={said} />
          </Card>
          <Card title={t("facilities.needs")}>
            <p>{t("facilities.needsHint")}</p>
            <NeedsTable needs={profile.needs} />
          </Card>
        </>
      )}
      <Card title={t("facilities.contact")}>
        <Facts facts={contact} />
      </Card>
    </>
  );
}

function useProfileFacts({ profile, capacity }: Facility): readonly Fact[] {
  const { t, language } = useText();
  const unset = t("facilities.notSaid");
  const list = (texts: readonly string[]) => (texts.length > 0 ? texts.join("、") : unset);
  return [
    { label: t("facilities.features"), value: profile.features || unset },
    { label: t("facilities.services"), value: profile.services || unset },
    { label: t("facilities.rooms"), value: list(profile.roomTypes.map((type) => roomTypes.label(type, language))) },
    { label: t("facilities.capacity"), value: capacity === null ? unset : t("facilities.places", { count: capacity }) },
    {
      label: t("facilities.careLevels"),
      value: list(profile.careLevels.map((level) => careLevels.label(level, language))),
    },
    { label: t("facilities.cost"), value: costText(profile, t) ?? unset },
    {
      label: t("facilities.offers"),
      value: list(profile.offers.map((offer) => facilityOffers.label(offer, language))),
    },
    ...(profile.offersNot.length > 0
      ? [
          {
            label: t("facilities.offersNot"),
            value: list(profile.offersNot.map((offer) => facilityOffers.label(offer, language))),
          },
        ]
      : []),
    {
      label: t("facilities.area"),
      value: list([
        ...profile.areaMunicipalities.map((code) => townOf(code, language)),
        ...(profile.areaNote ? [profile.areaNote] : []),
      ]),
    },
  ];
}

function useContactFacts(facility: Facility): readonly Fact[] {
  const { t } = useText();
  const unset = t("facilities.notSaid");
  const { phone, fax, website, profile } = facility;
  return [
    { label: t("facilities.contactHours"), value: profile.contactHours || unset },
    {
      label: t("facilities.phone"),
      value: phone ? <a href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>{phone}</a> : unset,
    },
    ...(fax ? [{ label: t("facilities.fax"), value: fax }] : []),
    { label: t("facilities.address"), value: facility.address || unset },
    {
      label: t("facilities.openDays"),
      value: [facility.openDays, facility.openNote].filter(Boolean).join("｜") || unset,
    },
    { label: t("facilities.corporation"), value: facility.corporateName || unset },
    {
      label: t("facilities.website"),
      value: website ? (
        <a href={website} target="_blank" rel="noreferrer">
          {website}
        </a>
      ) : (
        unset
      ),
    },
    { label: t("facilities.businessNumber"), value: facility.businessNumber },
  ];
}
