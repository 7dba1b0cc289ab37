import { FACETS, type FacetName, type Facets } from "../engine.ts";
import { type ListField, UNKNOWN } from "../flat.ts";
import type { Columns } from "./columns.ts";

/** Counts the values of the hits; for a facet with a filter of its own also those which only that filter keeps out. */
export function countFacets(
  columns: Columns,
  slots: readonly number[],
  nearly: ReadonlyMap<string, readonly number[]>,
): Facets {
  const facets = Object.entries(FACETS).map(([name, { list, filter }]) => {
    const others = (filter && nearly.get(filter)) ?? [];
    return [name, countValues(columns, list, [slots, others])] as const;
  });
  return Object.fromEntries(facets) as Record<FacetName, Record<string, number>>;
}

function countValues(
  columns: Columns,
  field: ListField,
  groups: readonly (readonly number[])[],
): Record<string, number> {
  const column = columns.list(field);
  const values = columns.valuesOf(field);
  const counts = new Array<number>(values.length).fill(0);
  const single = columns.isSingle(field);
  for (const slots of groups) {
    for (const slot of slots) {
      const code = column[slot] ?? 0;
      if (single) counts[code - 1] = (counts[code - 1] ?? 0) + 1;
      else for (let i = 0; i < values.length; i += 1) if (code & (1 << i)) counts[i] = (counts[i] ?? 0) + 1;
    }
  }
  const pairs = values.map((value, i) => [value, counts[i] ?? 0] as const);
  return Object.fromEntries(pairs.filter(([value, count]) => count > 0 && value !== UNKNOWN));
}
