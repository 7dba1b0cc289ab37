import { z } from "zod";

/** One thing of a collection, or that it is gone, and when that was so. */
export interface Item<T> {
  readonly value: T | null;
  /** Milliseconds since the epoch, never lower than what it replaced. */
  readonly at: number;
  /** The device that wrote it: decides between two of the same time. */
  readonly by: string;
}

export type Items<T> = Readonly<Record<string, Item<T>>>;

const KEPT_GONE_MS = 30 * 24 * 60 * 60_000;

/** The schema of a collection whose values have this schema. What does not fit is left out, the rest stays. */
export const itemsOf = <T>(value: z.ZodType<T>) => {
  const item = z.object({ value: value.nullable(), at: z.number(), by: z.string() });
  return z.record(z.string(), z.unknown()).transform(
    (all): Items<T> =>
      Object.fromEntries(
        Object.entries(all).flatMap(([id, one]) => {
          const parsed = item.safeParse(one);
          return parsed.success ? [[id, parsed.data as Item<T>]] : [];
        }),
      ),
  );
};

const isNewer = <T>(one: Item<T>, other: Item<T>): boolean =>
  one.at > other.at || (one.at === other.at && one.by > other.by);

/** Both together, of each thing the newer: the same whichever device merges, and in whatever order. */
export function merge<T>(one: Items<T>, other: Items<T>): Items<T> {
  const merged: Record<string, Item<T>> = { ...one };
  for (const [id, item] of Object.entries(other)) {
    const known = merged[id];
    if (!known || isNewer(item, known)) merged[id] = item;
  }
  return merged;
}

/** True when `one` knows something `other` does not. */
export const knowsMore = <T>(one: Items<T>, other: Items<T>): boolean =>
  Object.entries(one).some(([id, item]) => {
    const known = other[id];
    return !known || isNewer(item, known);
  });

/** Without what has been gone so long that every device knows. */
export const pruned = <T>(items: Items<T>, now: number): Items<T> =>
  Object.fromEntries(Object.entries(items).filter(([, { value, at }]) => value !== null || now - at < KEPT_GONE_MS));
