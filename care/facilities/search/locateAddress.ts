import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import type { Point } from "@tsunagi/contracts/rest/facilitySearch";
import type { Tx } from "../../kernel/store.ts";
import { placeOfAddress } from "./store.ts";

/** Below this an address says no more than the prefecture. */
const SHORTEST = 3;
const PREFECTURE = /^静岡県/;

export interface Located extends Point {
  /** The part of the address that was found. */
  readonly matched: string;
}

/**
 * Where an address is: the middle of the facilities with the longest beginning in common. No map service is asked; an
 * address is known to its district at best. Leaves no row: the address is not kept and belongs to nobody here.
 */
export async function locateAddress(tx: Tx, address: string): Promise<Located | null> {
  const plain = address.normalize("NFKC").replaceAll(/\s/g, "").replace(PREFECTURE, "");
  for (const beginning of beginnings(plain)) {
    const place = await placeOfAddress(tx, beginning);
    if (place) return { ...place, matched: beginning };
  }
  return null;
}

/** Whole, without its numbers, then letter by letter down to the municipality. */
function beginnings(address: string): string[] {
  const town = address.replace(/[\d一二三四五六七八九十]+(丁目|番|号|-).*$/, "").replace(/[\d-]+.*$/, "");
  const shorter = Array.from({ length: Math.max(0, town.length - SHORTEST) }, (_, i) => town.slice(0, -i - 1));
  const city = municipalities.codes
    .map((code) => municipalities.label(code, "ja"))
    .find((name) => address.startsWith(name));
  const least = city?.length ?? SHORTEST;
  return [...new Set([town, ...shorter])].filter((beginning) => beginning.length >= least);
}
