import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";

const NAMES: Readonly<Record<string, PlainTextKey>> = {
  features: "facilities.features",
  services: "facilities.services",
  roomTypes: "facilities.rooms",
  careLevels: "facilities.careLevels",
  monthlyCostFrom: "facilities.cost",
  monthlyCostTo: "facilities.cost",
  costNote: "facilities.cost",
  areaMunicipalities: "facilities.area",
  areaNote: "facilities.area",
  contactHours: "facilities.contactHours",
  offers: "facilities.offers",
  offersNot: "facilities.offersNot",
  needs: "facilities.needs",
};

/** What a part of the profile is called; its own name when this client does not know it. */
export function useFieldName(): (field: string) => string {
  const { t } = useText();
  return (field) => {
    const key = NAMES[field];
    return key ? t(key) : field;
  };
}
