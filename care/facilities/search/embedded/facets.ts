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
  const counts = new Int32Array(values.length + 1); // by the number that stands for a value, from 1
  const single = columns.isSingle(field);
  for (const slots of groups) {
    for (const slot of slots) {
      let rest = column[slot] ?? 0;
      if (single) counts[rest] = (counts[rest] ?? 0) + 1;
      else
        for (; rest !== 0; rest &= rest - 1) {
          const value = 32 - Math.clz32(rest & -rest);
          counts[value] = (counts[value] ?? 0) + 1;
        }
    }
  }
  const pairs = values.map((value, i) => [value, counts[i + 1] ?? 0] as const);
  return Object.fromEntries(pairs.filter(([value, count]) => count > 0 && value !== UNKNOWN));
}
