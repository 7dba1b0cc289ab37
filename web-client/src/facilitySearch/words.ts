import { facilityNeeds, facilityOffers, roomTypes, vacancySexes } from "@tsunagi/contracts/codes/facilities";
import { serviceLabel } from "@tsunagi/contracts/codes/facilityServices";
import { careLevels } from "@tsunagi/contracts/codes/levels";
import { medicalAreas } from "@tsunagi/contracts/codes/medicalAreas";
import { townOf } from "@tsunagi/contracts/codes/municipalities";
import type { FacilityFilters, Relaxation } from "@tsunagi/contracts/rest/facilitySearch";
import type { TextSnapshot } from "../i18n/text.ts";

/** A filter that is on, in words, and what is left when it is taken away. */
export interface ActiveFilter {
  readonly key: string;
  readonly label: string;
  readonly without: Partial<FacilityFilters>;
}

const yen = (amount: number): string => `¥${amount.toLocaleString("ja")}`;

/** Everything that is on, one chip each. */
export function activeFilters(filters: FacilityFilters, { t, language }: TextSnapshot): ActiveFilter[] {
  const { needs, offers, near, vacancy } = filters;
  const without = <T>(list: readonly T[], one: T) => list.filter((other) => other !== one);
  const active: (ActiveFilter | false | null)[] = [
    ...filters.areas.map((area) => ({
      key: area,
      label: medicalAreas.label(area, language),
      without: { areas: without(filters.areas, area) },
    })),
    ...filters.municipalities.map((code) => ({
      key: code,
      label: townOf(code, language),
      without: { municipalities: without(filters.municipalities, code) },
    })),
    filters.neighbours && { key: "neighbours", label: t("facilitySearch.neighbours"), without: { neighbours: false } },
    near && {
      key: "near",
      label: near.km ? t("facilitySearch.within", { km: near.km }) : t("facilitySearch.nearPlace"),
      without: { near: null },
    },
    ...filters.services.map((service) => ({
      key: service,
      label: serviceLabel(service, language),
      without: { services: without(filters.services, service) },
    })),
    filters.careLevel && {
      key: "careLevel",
      label: careLevels.label(filters.careLevel, language),
      without: { careLevel: null },
    },
    ...needs.map((one) => ({
      key: one.need,
      label: `${facilityNeeds.label(one.need, language)} ${one.least === "accept" ? "○" : "○△"}`,
      without: { needs: without(needs, one) },
    })),
    vacancy && {
      key: "vacancy",
      label: vacancy.by ? t("facilitySearch.vacantBy", { date: vacancy.by }) : t("facilitySearch.vacantNow"),
      without: { vacancy: null },
    },
    ...filters.roomTypes.map((room) => ({
      key: room,
      label: roomTypes.label(room, language),
      without: { roomTypes: without(filters.roomTypes, room) },
    })),
    filters.sex && { key: "sex", label: vacancySexes.label(filters.sex, language), without: { sex: null } },
    filters.monthlyCost !== null && {
      key: "cost",
      label: t("facilitySearch.costAtMost", { cost: yen(filters.monthlyCost) }),
      without: { monthlyCost: null },
    },
    ...offers.map((offer) => ({
      key: offer,
      label: facilityOffers.label(offer, language),
      without: { offers: without(offers, offer) },
    })),
    filters.includeUnknown && {
      key: "unknown",
      label: t("facilitySearch.includeUnknown"),
      without: { includeUnknown: false },
    },
  ];
  return active.filter((one) => one !== false && one !== null);
}

const FILTERS = {
  text: "facilitySearch.words",
  area: "facilitySearch.area",
  near: "facilitySearch.distance",
  service: "facilitySearch.services",
  careLevel: "facilitySearch.careLevel",
  need: "facilitySearch.needs",
  vacancy: "facilitySearch.vacancy",
  roomType: "facilitySearch.rooms",
  sex: "facilitySearch.sex",
  monthlyCost: "facilitySearch.cost",
  offer: "facilitySearch.offers",
} as const;

/** What a loosened filter would mean, in words. */
export function relaxationText({ change, filter, value }: Relaxation, { t, language }: TextSnapshot): string {
  if (change === "includeUnknown") return t("facilitySearch.relaxUnknown");
  if (change === "neighbours") return t("facilitySearch.relaxNeighbours");
  if (change === "farther") return t("facilitySearch.within", { km: value ?? "" });
  const need = value !== null && facilityNeeds.has(value) ? facilityNeeds.label(value, language) : "";
  if (change === "consult") return t("facilitySearch.relaxConsult", { need });
  const offer = value !== null && facilityOffers.has(value) ? facilityOffers.label(value, language) : "";
  const name = need || offer || t(FILTERS[filter as keyof typeof FILTERS] ?? "facilitySearch.words");
  return t("facilitySearch.relaxDrop", { filter: name });
}
