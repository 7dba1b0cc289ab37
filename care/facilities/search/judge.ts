import type { FacilityFilters, FacilityHit, FitPoint } from "@tsunagi/contracts/rest/facilitySearch";
import { freeFieldsOf, wantedBy } from "./clauses.ts";
import type { EngineHit, Moment } from "./engine.ts";
import { dayOfNumber, type FlatFacility, FULL, flatten, UNKNOWN, UNKNOWN_NUMBER } from "./flat.ts";
import { earliestOf, weigh } from "./weigh.ts";

type Vacancy = FacilityHit["vacancy"];
type Need = FacilityHit["needs"][number]["need"];

/** A hit as people see it: with why it fits and what is not sure. */
export function judge({ document, distanceKm }: EngineHit, filters: FacilityFilters, moment: Moment): FacilityHit {
  const flat = flatten(document);
  const vacancy = vacancyOf(flat, filters, moment);
  const points = [
    ...needPoints(flat, filters),
    ...vacancyPoints(vacancy, filters),
    ...conditionPoints(flat, filters),
    ...placePoints(distanceKm, filters),
  ];
  const { latitude, longitude, capacity, organisationId, monthlyCostFrom, monthlyCostTo } = document;
  return {
    id: document.id,
    organisationId,
    name: document.name,
    nameKana: document.nameKana,
    service: `${document.system}:${document.serviceType}`,
    municipality: document.municipality,
    address: document.address,
    phone: document.phone,
    latitude,
    longitude,
    features: document.features,
    capacity,
    roomTypes: [...document.roomTypes] as FacilityHit["roomTypes"],
    monthlyCostFrom,
    monthlyCostTo,
    needs: filters.needs.map(({ need }) => ({ need, answer: answerOf(flat, need) })),
    vacancy,
    distanceKm: distanceKm === null ? null : Math.round(distanceKm * 10) / 10,
    fit: {
      percent: Math.round(percentOf(flat, filters, vacancy, moment, distanceKm)),
      reasons: points.filter(({ sure }) => sure).map(({ point }) => point),
      uncertain: points.filter(({ sure }) => !sure).map(({ point }) => point),
    },
  };
}

interface Point {
  readonly sure: boolean;
  readonly point: FitPoint;
}

const sure = (code: FitPoint["code"], value?: string): Point => ({ sure: true, point: pointOf(code, value) });
const unsure = (code: FitPoint["code"], value?: string): Point => ({ sure: false, point: pointOf(code, value) });
const pointOf = (code: FitPoint["code"], value?: string): FitPoint =>
  value === undefined ? { code } : { code, value };

function answerOf({ document: { needs } }: FlatFacility, need: Need) {
  const answer = needs[need];
  return answer === "accept" || answer === "consult" || answer === "decline" ? answer : "unknown";
}

const NEED_POINTS = {
  accept: (need: Need) => [sure("needAccepted", need)],
  consult: (need: Need) => [unsure("needToDiscuss", need)],
  unknown: (need: Need) => [unsure("needUnknown", need)],
  decline: () => [],
};

const needPoints = (flat: FlatFacility, { needs }: FacilityFilters): Point[] =>
  needs.flatMap(({ need }) => NEED_POINTS[answerOf(flat, need)](need));

/** The vacancy as it stands to this search: the earliest place of the wanted kind. */
function vacancyOf({ numbers, document }: FlatFacility, filters: FacilityFilters, moment: Moment): Vacancy {
  const { vacancy } = document;
  const free = earliestOf(freeFieldsOf(filters).map((field) => numbers[field] ?? UNKNOWN_NUMBER));
  const lines = (vacancy?.lines ?? []) as Vacancy["lines"];
  const today = wantedBy({ ...filters, vacancy: { by: null } }, moment.today);
  const state = free === UNKNOWN_NUMBER ? "unknown" : free === FULL ? "full" : free <= today ? "now" : "later";
  return {
    state,
    count: lines.filter((line) => fits(line, filters)).reduce((sum, { count }) => sum + count, 0),
    from: state === "later" ? dayOfNumber(free) : null,
    waiting: vacancy?.waiting ?? null,
    confirmedAt: vacancy?.confirmedAt ?? null,
    stale: vacancy !== null && isStale(vacancy.confirmedAt, moment),
    lines,
  };
}

const fits = (line: Vacancy["lines"][number], { roomTypes, sex }: FacilityFilters): boolean =>
  (roomTypes.length === 0 || roomTypes.includes(line.roomType)) &&
  (sex === null || line.sex === "any" || line.sex === sex);

const isStale = (confirmedAt: string, { now, staleAfterHours }: Moment): boolean =>
  now.getTime() - Date.parse(confirmedAt) > staleAfterHours * 3_600_000;

function vacancyPoints({ state, stale }: Vacancy, { vacancy }: FacilityFilters): Point[] {
  const old = stale && state !== "full" ? [unsure("vacancyStale")] : [];
  if (state === "now") return [sure("vacancyNow"), ...old];
  if (state === "later") return vacancy?.by ? [sure("vacancyInTime"), ...old] : old;
  return [unsure(state === "full" ? "full" : "vacancyUnknown")];
}

function conditionPoints({ lists, numbers }: FlatFacility, filters: FacilityFilters): Point[] {
  const { careLevel, monthlyCost, roomTypes, offers } = filters;
  const points: Point[] = [];
  if (careLevel) {
    const said = !lists.careLevels.includes(UNKNOWN);
    points.push(said ? sure("careLevelFits", careLevel) : unsure("careLevelUnknown"));
  }
  if (monthlyCost) points.push(numbers["cost"] === UNKNOWN_NUMBER ? unsure("costUnknown") : sure("costWithin"));
  if (roomTypes.length > 0 && lists.roomTypes.includes(UNKNOWN)) points.push(unsure("roomTypeUnknown"));
  for (const offer of offers)
    points.push(lists.offers.includes(offer) ? sure("offered", offer) : unsure("offerUnknown", offer));
  return points;
}

function placePoints(km: number | null, { near }: FacilityFilters): Point[] {
  if (!near) return [];
  return [km === null ? unsure("placeUnknown") : sure("near", km.toFixed(1))];
}

function percentOf(
  flat: FlatFacility,
  filters: FacilityFilters,
  vacancy: Vacancy,
  { today }: Moment,
  km: number | null,
): number {
  const { numbers } = flat;
  const asked = filters.needs.map(({ need }) => answerOf(flat, need));
  const unsaid = conditionPoints(flat, filters).filter((point) => !point.sure).length;
  return weigh({
    needs: asked.length,
    toDiscuss: asked.filter((answer) => answer === "consult").length,
    needsUnknown: asked.filter((answer) => answer === "unknown").length,
    free: earliestOf(freeFieldsOf(filters).map((field) => numbers[field] ?? UNKNOWN_NUMBER)),
    by: wantedBy({ ...filters, vacancy: filters.vacancy ?? { by: null } }, today),
    stale: vacancy.stale,
    unsaid,
    km,
    words: 1,
  });
}

/** Best first, by the same weights as the card shows. */
export const byFit = (filters: FacilityFilters, moment: Moment, words: (id: string) => number) => {
  const weightOf = (hit: EngineHit): number => {
    const flat = flatten(hit.document);
    const vacancy = vacancyOf(flat, filters, moment);
    return percentOf(flat, filters, vacancy, moment, hit.distanceKm) - 30 * (1 - words(hit.document.id));
  };
  return (hits: readonly EngineHit[]): EngineHit[] =>
    hits
      .map((hit) => ({ hit, weight: weightOf(hit) }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ hit }) => hit);
};
