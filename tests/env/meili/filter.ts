/** A document as the index keeps it. */
export type Doc = Record<string, unknown>;
type Test = (doc: Doc) => boolean;

/** A filter the index would refuse: the sentence and code as recorded. */
export class FilterRefused extends Error {}

const COMPARISON = /^([\w.]+)\s*(>=|<=|!=|=|>|<)\s*(?:"([^"]*)"|(-?[\w.]+))$/;
const RADIUS = /^_geoRadius\(\s*([-\d.]+)\s*,\s*([-\d.]+)\s*,\s*([\d.]+)\s*\)$/;

/** The part of the filter language the hub writes: a list of conditions, each one or a list of which one must hold. */
export function readFilter(filter: unknown, filterable: readonly string[]): Test {
  if (filter === undefined || filter === null) return () => true;
  const all = (Array.isArray(filter) ? filter : [filter]) as (string | string[])[];
  const tests = all.map((one): Test => {
    const any = (Array.isArray(one) ? one : [one]).map((text) => readConditions(text, filterable));
    return (doc) => any.some((test) => test(doc));
  });
  return (doc) => tests.every((test) => test(doc));
}

function readConditions(text: string, filterable: readonly string[]): Test {
  const tests = text.split(" AND ").map((part) => readCondition(part.trim(), filterable));
  return (doc) => tests.every((test) => test(doc));
}

function readCondition(text: string, filterable: readonly string[]): Test {
  const radius = RADIUS.exec(text);
  if (radius) {
    const [lat, lng, metres] = radius.slice(1).map(Number) as [number, number, number];
    return (doc) => (metresTo(doc, lat, lng) ?? Number.POSITIVE_INFINITY) <= metres;
  }
  const match = COMPARISON.exec(text);
  if (!match) throw new FilterRefused("Was expecting a value but instead got nothing.");
  const [, field = "", sign = "", quoted, plain] = match;
  if (!filterable.includes(field)) throw new FilterRefused(`Attribute \`${field}\` is not filterable.`);
  const wanted = quoted ?? plain ?? "";
  return (doc) => valuesOf(doc[field]).some((value) => compare(value, sign, wanted));
}

const valuesOf = (value: unknown): unknown[] => (value === undefined || value === null ? [] : [value].flat());

function compare(value: unknown, sign: string, wanted: string): boolean {
  if (sign === "=") return String(value).toLowerCase() === wanted.toLowerCase();
  if (sign === "!=") return String(value).toLowerCase() !== wanted.toLowerCase();
  const [a, b] = [Number(value), Number(wanted)];
  return sign === ">" ? a > b : sign === "<" ? a < b : sign === ">=" ? a >= b : a <= b;
}

/** Metres as the index counts them; undefined without a place. */
export function metresTo(doc: Doc, lat: number, lng: number): number | undefined {
  const geo = doc["_geo"] as { lat: number; lng: number } | undefined;
  if (!geo) return undefined;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(geo.lat - lat) / 2) ** 2 +
    Math.cos(radians(lat)) * Math.cos(radians(geo.lat)) * Math.sin(radians(geo.lng - lng) / 2) ** 2;
  return Math.round(2 * 6_371_000 * Math.asin(Math.sqrt(h)));
}
