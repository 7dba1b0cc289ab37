import type { FacilityFilters, Relaxation } from "@tsunagi/contracts/rest/facilitySearch";
import type { FacilityEngine, Moment } from "./engine.ts";

type Loosened = Omit<Relaxation, "total">;

/** Few enough to read. */
const MOST_SHOWN = 6;
const FARTHER = 2;

/** Every single change that asks for less. Pure; which of them help says the engine. */
export function loosened(filters: FacilityFilters): Loosened[] {
  const change = (
    change: Relaxation["change"],
    filter: string,
    changed: Partial<FacilityFilters>,
    value: string | null = null,
  ): Loosened => ({ change, filter, value, filters: { ...filters, ...changed } });
  const { needs, near, offers } = filters;
  const all: (Loosened | false)[] = [
    !filters.includeUnknown && change("includeUnknown", "includeUnknown", { includeUnknown: true }),
    filters.vacancy !== null && change("drop", "vacancy", { vacancy: null }),
    filters.municipalities.length + filters.areas.length > 0 &&
      !filters.neighbours &&
      change("neighbours", "area", { neighbours: true }),
    near?.km
      ? change("farther", "near", { near: { ...near, km: near.km * FARTHER } }, String(near.km * FARTHER))
      : false,
    ...needs.map(
      ({ need, least }) =>
        least === "accept" &&
        change(
          "consult",
          "need",
          { needs: needs.map((other) => (other.need === need ? { need, least: "consult" as const } : other)) },
          need,
        ),
    ),
    ...needs.map(({ need }) => change("drop", "need", { needs: needs.filter((other) => other.need !== need) }, need)),
    filters.services.length > 0 && change("drop", "service", { services: [] }),
    filters.careLevel !== null && change("drop", "careLevel", { careLevel: null }, filters.careLevel),
    filters.roomTypes.length > 0 && change("drop", "roomType", { roomTypes: [] }),
    filters.sex !== null && change("drop", "sex", { sex: null }),
    filters.monthlyCost !== null && change("drop", "monthlyCost", { monthlyCost: null }),
    ...offers.map((offer) => change("drop", "offer", { offers: offers.filter((other) => other !== offer) }, offer)),
    near?.km ? change("drop", "near", { near: { ...near, km: null } }) : false,
    filters.municipalities.length + filters.areas.length > 0 &&
      change("drop", "area", { municipalities: [], areas: [], neighbours: false }),
    filters.text !== "" && change("drop", "text", { text: "" }),
  ];
  return all.filter((one) => one !== false);
}

/** For a search that found nothing: single changes that find something, and how many each. The smallest first. */
export async function relaxations(
  engine: FacilityEngine,
  filters: FacilityFilters,
  moment: Moment,
): Promise<Relaxation[]> {
  const changes = loosened(filters);
  const totals = await engine.count(
    changes.map((change) => change.filters),
    moment,
  );
  return changes
    .map((change, i) => ({ ...change, total: totals[i] ?? 0 }))
    .filter(({ total }) => total > 0)
    .slice(0, MOST_SHOWN);
}
