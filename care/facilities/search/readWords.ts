import { facilityNeeds, facilityOffers, roomTypes } from "@tsunagi/contracts/codes/facilities";
import { serviceKeys, serviceLabel } from "@tsunagi/contracts/codes/facilityServices";
import { careLevels } from "@tsunagi/contracts/codes/levels";
import { medicalAreas } from "@tsunagi/contracts/codes/medicalAreas";
import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import { fold } from "@tsunagi/contracts/fold";
import { type FacilityFilters, facilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { commonWordsOf, synonyms } from "./synonyms.ts";

/** Short words for what the code lists call by longer names. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  drip: ["点滴"],
  oxygen: ["酸素", "酸素療法"],
  respirator: ["レスピレーター"],
  painCare: ["疼痛"],
  gastrostomy: ["胃ろう", "経管栄養"],
  enterostomy: ["腸ろう"],
  nasalTube: ["経鼻"],
  monitoring: ["モニター"],
  suction: ["吸引", "喀痰吸引"],
  suctionNight: ["夜間吸引"],
  dementia: ["認知症", "BPSD"],
  psychiatric: ["精神"],
  nursing24h: ["24時間看護", "夜間看護"],
  publicAssistance: ["生活保護", "生保"],
  therapist: ["リハ職"],
  guarantorFree: ["保証人なし", "身元保証人なし"],
  medicalCareChild: ["医療的ケア児"],
  feeReduction: ["負担限度額", "減額"],
  unit: ["ユニット"],
  place: ["定員枠"],
};
const VACANT = new Set(["空き", "空床", "空室", "空きあり", "いま空き"].map(fold));
const NEIGHBOURS = new Set(["近隣", "周辺", "となり", "隣", "隣の市町"].map(fold));

type Meaning = (filters: FacilityFilters) => FacilityFilters;

/** Folded word → what it does to the filters. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...facilityNeeds.codes.flatMap((need) =>
    named(need, facilityNeeds.label(need, "ja"), (f) => ({ ...f, needs: [...f.needs, { need, least: "consult" }] })),
  ),
  ...facilityOffers.codes.flatMap((offer) =>
    named(offer, facilityOffers.label(offer, "ja"), (f) => ({ ...f, offers: [...f.offers, offer] })),
  ),
  ...roomTypes.codes.flatMap((room) =>
    named(room, roomTypes.label(room, "ja"), (f) => ({ ...f, roomTypes: [...f.roomTypes, room] })),
  ),
  ...careLevels.codes.flatMap((level) =>
    named(level, careLevels.label(level, "ja"), (f) => ({ ...f, careLevel: level })),
  ),
  ...medicalAreas.codes.flatMap((area) =>
    named(area, `${medicalAreas.label(area, "ja")}医療圏`, (f) => ({ ...f, areas: [...f.areas, area] })),
  ),
  ...municipalities.codes.flatMap((code) => {
    const name = municipalities.label(code, "ja");
    const meaning: Meaning = (f) => ({ ...f, municipalities: [...f.municipalities, code] });
    return [...named(code, name, meaning), ...named(code, name.replace(/[市町]$/, ""), meaning)];
  }),
  ...serviceMeanings(),
]);

function named(code: string, label: string, meaning: Meaning): [string, Meaning][] {
  return [label, ...(SHORT[code] ?? [])].map((word) => [fold(word), meaning]);
}

/** 特養 is two service types: a word stands for all it is said of. */
function serviceMeanings(): [string, Meaning][] {
  const services = new Map<string, string[]>();
  for (const key of serviceKeys)
    for (const word of [serviceLabel(key, "ja"), ...commonWordsOf(key)].map(fold))
      services.set(word, [...(services.get(word) ?? []), key]);
  return [...services].map(([word, keys]) => [word, (f) => ({ ...f, services: [...f.services, ...keys] })]);
}

/**
 * Filters out of words as one says them: 「特養 胃ろう インスリン 空き 沼津」. What is no filter is looked for in names and
 * descriptions.
 */
export function readWords(text: string, start: Partial<FacilityFilters> = {}): FacilityFilters {
  let filters: FacilityFilters = { ...facilityFilters.parse({}), ...start };
  const rest: string[] = [];
  for (const word of text.normalize("NFKC").split(/[\s、,・]+/)) {
    if (word === "") continue;
    const folded = fold(word);
    const meaning = MEANINGS.get(folded) ?? MEANINGS.get(synonyms.get(folded) ?? "");
    if (VACANT.has(folded)) filters = { ...filters, vacancy: { by: null } };
    else if (NEIGHBOURS.has(folded)) filters = { ...filters, neighbours: true };
    else if (meaning) filters = meaning(filters);
    else rest.push(word);
  }
  return distinct({ ...filters, text: [filters.text, ...rest].filter(Boolean).join(" ").slice(0, 80) });
}

const distinct = (filters: FacilityFilters): FacilityFilters => ({
  ...filters,
  municipalities: [...new Set(filters.municipalities)],
  services: [...new Set(filters.services)],
  roomTypes: [...new Set(filters.roomTypes)],
  offers: [...new Set(filters.offers)],
  needs: filters.needs.filter((one, i) => filters.needs.findIndex(({ need }) => need === one.need) === i),
});
