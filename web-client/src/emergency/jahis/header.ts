import type { ScanProblem } from "./notebook.ts";

/** Versions of the medication book whose records are known here. */
const KNOWN = { first: 1, last: 8 };

export interface Header {
  readonly version: string;
  readonly known: boolean;
}

/** The first line of a medication book: `JAHISTC` and two digits, then the direction. */
export function headerOf(line: string): Header | ScanProblem {
  const [, version] = /^JAHISTC(\d{2})(?:,.*)?$/.exec(line.trim()) ?? [];
  if (version) return { version, known: Number(version) >= KNOWN.first && Number(version) <= KNOWN.last };
  if (/^JAHISTC/.test(line)) return "brokenHeader";
  if (/^JAHIS\d/.test(line)) return "prescription";
  return line.trim() === "" ? "empty" : "foreign";
}

export const isHeader = (line: string): boolean => typeof headerOf(line) !== "string";

/** What some programs put behind the last record: zero bytes, the old end of a file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these two are what is looked for
const TRAILING = /[\0\x1a]+$/;

/** Lines without their ends; what some programs put behind the last one is taken off. */
export const linesOf = (text: string): string[] => text.replace(TRAILING, "").split(/\r\n|\r|\n/);
