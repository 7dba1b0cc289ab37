import { describe, expect, it } from "vitest";
import { assemble } from "./assemble.ts";
import type { Notebook } from "./notebook.ts";
import { parseNotebook } from "./parse.ts";
import { BOOK, OLD_BOOK, PARTS } from "./testBooks.ts";
import { shiftJis } from "./testShiftJis.ts";

const PAYLOADS = 10_000;
const seeds = [BOOK, OLD_BOOK, ...PARTS].map(shiftJis);

/** The same numbers every time (mulberry32): a failure can be looked at again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const SNIPPETS = ["\r\n", "\n", ",", "201,", "301,1,", "5,", "911,1,2,1", "51,", "55,", "JAHISTC", "1,", "\0", "3,"];

/** One to six changes: bytes flipped, cut out, doubled, moved; records and separators put in. */
function mutate(payload: Uint8Array, below: (n: number) => number): Uint8Array {
  let bytes = [...payload];
  for (let change = 0; change <= below(6); change += 1) {
    const at = below(bytes.length + 1);
    const length = below(40);
    const piece = bytes.slice(at, at + length);
    switch (below(6)) {
      case 0:
        bytes[at] = below(256);
        break;
      case 1:
        bytes.splice(at, length);
        break;
      case 2:
        bytes.splice(at, 0, ...piece);
        break;
      case 3:
        bytes.splice(at, length);
        bytes.splice(below(bytes.length + 1), 0, ...piece);
        break;
      case 4:
        bytes.splice(at, 0, ...new TextEncoder().encode(SNIPPETS[below(SNIPPETS.length)]));
        break;
      default:
        bytes = bytes.slice(0, at);
    }
  }
  return Uint8Array.from(bytes.map((byte) => byte ?? 0));
}

function withoutEnd(text: string): string {
  return text.endsWith("\0") || text.endsWith("\x1a") ? withoutEnd(text.slice(0, -1)) : text;
}

/** Lines of the text that say something, counted here in another way than the parser does. */
const filledLines = (text: string): [number, string][] =>
  withoutEnd(text)
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .split("\n")
    .flatMap((line, i): [number, string][] => (line.trim() === "" ? [] : [[i + 1, line]]));

/** Every line is accounted for once, and every drug record that was taken is a drug of the list. */
function expectNothingLost(text: string, { understood, notUnderstood, medications }: Notebook): void {
  const lines = filledLines(text);
  const accounted = [...understood, ...notUnderstood.map(({ line }) => line)].sort((a, b) => a - b);
  expect(accounted, JSON.stringify(text)).toEqual(lines.map(([line]) => line));
  for (const { line, text: kept } of notUnderstood) expect(kept).toBe(lines.find(([number]) => number === line)?.[1]);
  const taken = lines.filter(([line, record]) => /^\s*(201|3)\s*,/.test(record) && understood.includes(line));
  expect(medications, JSON.stringify(text)).toHaveLength(taken.length);
  for (const [, record] of taken) {
    const name = record.split(",")[/^\s*201/.test(record) ? 2 : 1]?.trim();
    expect(medications.some((medication) => medication.name === name)).toBe(true);
  }
}

describe(`${PAYLOADS} damaged codes`, () => {
  it("never end in an error, and no record is lost in silence", () => {
    const below = numbers(20_261_125);
    let books = 0;
    let drugs = 0;
    for (let i = 0; i < PAYLOADS; i += 1) {
      const codes = [0, 1].map((extra) => ({
        bytes: mutate(seeds[(i + extra) % seeds.length] ?? new Uint8Array(), below),
        sequence: below(8) === 0 ? { id: "7", index: extra, size: 2 } : null,
      }));
      const { texts, waiting, problems } = assemble(codes);
      expect(texts.length + waiting.length + problems.length).toBeGreaterThan(0);
      for (const text of texts) {
        const read = parseNotebook(text);
        if (!read.ok) continue;
        books += 1;
        drugs += read.notebook.medications.length;
        expectNothingLost(text, read.notebook);
      }
    }
    // the damage is not so great that nothing is read
    expect(books).toBeGreaterThan(PAYLOADS / 2);
    expect(drugs).toBeGreaterThan(PAYLOADS);
  }, 60_000);
});
