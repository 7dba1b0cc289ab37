import type { FacilityDocument } from "@tsunagi/care/facilities/search/document";
import { newId } from "@tsunagi/care/kernel/ids";

/** When the tests of the search take place; not a weekend, not a holiday. */
export const SEARCH_NOW = new Date("2026-11-25T03:00:00Z");

/** What a facility reported, so many hours before {@link SEARCH_NOW}. */
export function reported(
  hoursAgo: number,
  ...lines: readonly { roomType?: string; sex?: string; count?: number; availableFrom?: string | null }[]
): NonNullable<FacilityDocument["vacancy"]> {
  return {
    reportId: `report-${hoursAgo}`,
    waiting: null,
    confirmedAt: new Date(SEARCH_NOW.getTime() - hoursAgo * 3_600_000).toISOString(),
    lines: lines.map((line) => ({ roomType: "private", sex: "any", count: 1, availableFrom: null, ...line })),
  };
}

/** An invented facility that has said nothing but its name: a nursing home in Mishima. */
export function inventFacility(change: Partial<FacilityDocument> = {}): FacilityDocument {
  return {
    id: newId("svc"),
    organisationId: newId("org"),
    name: "架空苑",
    nameKana: "カクウエン",
    system: "care",
    serviceType: "51",
    municipality: "222062",
    address: "三島市見本町1-2",
    phone: "",
    latitude: null,
    longitude: null,
    capacity: null,
    features: "",
    services: "",
    roomTypes: [],
    careLevels: [],
    monthlyCostFrom: null,
    monthlyCostTo: null,
    areaMunicipalities: [],
    offers: [],
    offersNot: [],
    needs: {},
    vacancy: null,
    ...change,
  };
}
