import { textOf } from "./charset.ts";
import { headerOf, isHeader, linesOf } from "./header.ts";
import type { ScanProblem } from "./notebook.ts";

/** One QR code as a camera or an image gave it. */
export interface ScannedCode {
  readonly bytes: Uint8Array;
  /** Set when it is one symbol of several that belong together (QR structured append). Counted from 0. */
  readonly sequence: { readonly id: string; readonly index: number; readonly size: number } | null;
}

/** A book whose parts are not all there. Parts are counted from 1. */
export interface Waiting {
  readonly have: readonly number[];
  readonly total: number;
}

export interface Assembled {
  /** Whole books. */
  readonly texts: readonly string[];
  readonly waiting: readonly Waiting[];
  readonly problems: readonly ScanProblem[];
}

/** Most parts a book may be split into: more is a broken code. */
const MOST_PARTS = 99;

/**
 * Joins what was scanned, in whatever order and however often: first the symbols of a structured append, byte by byte,
 * since a character may be cut in two; then the parts that a record 911 numbers, record by record.
 */
export function assemble(codes: readonly ScannedCode[]): Assembled {
  const symbols = joinSymbols(codes);
  const problems: ScanProblem[] = [...symbols.problems];
  const whole: string[] = [];
  const parts = new Map<string, Map<number, string[]>>();
  for (const bytes of symbols.payloads) {
    const text = textOf(bytes);
    const lines = linesOf(text);
    const header = headerOf(lines[0] ?? "");
    const split = lines.findLast((line) => line.startsWith("911,"));
    if (typeof header === "string") problems.push(header);
    else if (split === undefined) whole.push(text);
    else {
      const part = splitOf(split);
      if (!part) problems.push("brokenSplit");
      else if (part.total === 1) whole.push(text);
      else {
        const key = `${part.id} ${part.total}`;
        const known = parts.get(key) ?? new Map<number, string[]>();
        const earlier = known.get(part.number);
        if (earlier && earlier.join("\n") !== lines.join("\n")) problems.push("brokenSplit");
        else parts.set(key, known.set(part.number, lines));
      }
    }
  }
  const waiting = [...symbols.waiting];
  for (const [key, known] of parts) {
    const total = Number(key.split(" ")[1]);
    if (known.size < total) waiting.push({ have: [...known.keys()].sort((a, b) => a - b), total });
    else whole.push(joinParts(known));
  }
  return { texts: [...new Set(whole)], waiting, problems };
}

function joinSymbols(
  codes: readonly ScannedCode[],
): Pick<Assembled, "waiting" | "problems"> & { payloads: Uint8Array[] } {
  const problems: ScanProblem[] = [];
  const payloads: Uint8Array[] = [];
  const groups = new Map<string, Map<number, Uint8Array>>();
  for (const { bytes, sequence } of codes) {
    if (!sequence || sequence.size < 2) payloads.push(bytes);
    else {
      const key = `${sequence.size} ${sequence.id}`;
      const known = groups.get(key) ?? new Map<number, Uint8Array>();
      const earlier = known.get(sequence.index);
      if (earlier && `${earlier}` !== `${bytes}`) problems.push("brokenSplit");
      else groups.set(key, known.set(sequence.index, bytes));
    }
  }
  const waiting: Waiting[] = [];
  for (const [key, known] of groups) {
    const total = Number.parseInt(key, 10);
    const indices = [...known.keys()].sort((a, b) => a - b);
    if (known.size < total) waiting.push({ have: indices.map((index) => index + 1), total });
    else payloads.push(concat(indices.map((index) => known.get(index) ?? new Uint8Array())));
  }
  return { payloads, waiting, problems };
}

function concat(arrays: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

/** `911,id,total,number`; undefined when its numbers cannot be. */
function splitOf(line: string): { id: string; total: number; number: number } | undefined {
  const [, id = "", total = 0, number = 0] = line.split(",").map((field, i) => (i < 2 ? field.trim() : Number(field)));
  const counted = Number.isInteger(total) && Number.isInteger(number);
  const parts = { id: String(id), total: Number(total), number: Number(number) };
  const possible = parts.number >= 1 && parts.number <= parts.total && parts.total <= MOST_PARTS;
  return counted && possible && id !== "" ? parts : undefined;
}

/** The first part's header, then all records in order, without the other headers and the split controls. */
function joinParts(parts: ReadonlyMap<number, readonly string[]>): string {
  const inOrder = [...parts].sort(([a], [b]) => a - b).map(([, lines]) => lines);
  const records = inOrder.flatMap((lines) => lines.filter((line) => !isHeader(line) && !line.startsWith("911,")));
  return [inOrder[0]?.[0] ?? "", ...records].join("\r\n");
}
