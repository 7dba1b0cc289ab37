import {
  type FacilityFilters,
  type FacilitySort,
  facilityFilters,
  facilitySorts,
} from "@tsunagi/contracts/rest/facilitySearch";

/** What a search begins with: nothing asked. */
export const NO_FILTERS: FacilityFilters = facilityFilters.parse({});

/** Filters and order as the address keeps them. */
export interface Kept {
  readonly filters: FacilityFilters;
  readonly sort: FacilitySort;
}

/**
 * The filters behind the `#` of the address, which no server ever sees: they come back with the page and can be given
 * to a colleague. Words and places may be somebody's: they stay in this tab's history (`privateParts`).
 */
export function toAddress({ filters, sort }: Kept): string {
  const { municipalities, areas, services, needs, roomTypes, offers, vacancy } = filters;
  const parts: Record<string, string> = {
    m: municipalities.join("."),
    a: areas.join("."),
    n: filters.neighbours ? "1" : "",
    s: services.join("."),
    l: filters.careLevel ?? "",
    needs: needs.map(({ need, least }) => (least === "accept" ? `${need}-accept` : need)).join("."),
    v: vacancy ? (vacancy.by ?? "now") : "",
    r: roomTypes.join("."),
    x: filters.sex ?? "",
    c: filters.monthlyCost ? String(filters.monthlyCost) : "",
    o: offers.join("."),
    u: filters.includeUnknown ? "1" : "",
    sort: sort === "fit" ? "" : sort,
  };
  return new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== "")).toString();
}

const list = (text: string | null): string[] => (text ? text.split(".") : []);

/** What an address says; whatever is not understood is left out. */
export function fromAddress(hash: string): Kept {
  const address = new URLSearchParams(hash.replace(/^#/, ""));
  const get = (name: string) => address.get(name);
  const vacancy = get("v");
  const said: Record<string, unknown> = {
    municipalities: list(get("m")),
    areas: list(get("a")),
    neighbours: get("n") === "1",
    services: list(get("s")),
    careLevel: get("l"),
    needs: list(get("needs")).map((one) => {
      const [need, least = "consult"] = one.split("-");
      return { need, least };
    }),
    vacancy: vacancy ? { by: vacancy === "now" ? null : vacancy } : null,
    roomTypes: list(get("r")),
    sex: get("x"),
    monthlyCost: get("c") ? Number(get("c")) : null,
    offers: list(get("o")),
    includeUnknown: get("u") === "1",
  };
  return { filters: understood(said), sort: facilitySorts.catch("fit").parse(get("sort") ?? "fit") };
}

/** Each filter by itself: one that is wrong does not take the others with it. */
function understood(said: Record<string, unknown>): FacilityFilters {
  const fields = facilityFilters.shape;
  const parts = Object.entries(said).flatMap(([name, value]) => {
    const result = fields[name as keyof typeof fields].safeParse(value);
    return result.success ? [[name, result.data] as const] : [];
  });
  return { ...NO_FILTERS, ...(Object.fromEntries(parts) as Partial<FacilityFilters>) };
}

/** What never stands in an address. */
export type PrivateParts = Pick<FacilityFilters, "text" | "near">;
export const privateParts = ({ text, near }: FacilityFilters): PrivateParts => ({ text, near });
