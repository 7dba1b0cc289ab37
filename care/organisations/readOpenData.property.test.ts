import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CareError } from "../kernel/errors.ts";
import { type Entry, OpenDataReader } from "./readOpenData.ts";

/*
 * Files as they come: good rows between rows that somebody or something has spoilt. Whatever was done to the others, a
 * good row is taken, and nothing crashes.
 */
const HEAD =
  "都道府県コード又は市町村コード,No,市区町村名,事業所名,サービスの種類,住所,事業所番号,利用可能曜日特記事項,定員";

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const note = fc.oneof(
  fc.constant(""),
  fc.constantFrom("午前のみ", '"要予約"', '"午前,午後"', '"二行の\n注記"', '"三\n行の\n""注記"""', '"終わりの改行\n"'),
  fc.string({ unit: fc.constantFrom("あ", "x", ",", '"', "\n", " ", "1"), maxLength: 20 }).map(quoted),
);

/** A row that is good: its number makes it unlike every other. */
const goodRow = (number: number, remark: string): string =>
  `222062,${number},三島市,みほん${number},通所介護,見本${number},${2270000000 + number},${remark},10`;

type Spoil = (row: string, at: number, letter: string) => string;
const insertLetter: Spoil = (row, at, letter) => row.slice(0, at) + letter + row.slice(at);
const replaceLetter: Spoil = (row, at, letter) => row.slice(0, at) + letter + row.slice(at + 1);
const cutOff: Spoil = (row, at) => row.slice(0, at);
const cutOut: Spoil = (row, at) => row.slice(0, at) + row.slice(at + 3);
const doubled: Spoil = (row, at) => row.slice(0, at) + row;
const spoils = [insertLetter, replaceLetter, cutOff, cutOut, doubled];
const letters = ['"', ",", "\n", "\r", "\u0000", "\uFFFD", "あ", "'"];

const line = fc.record({
  remark: note,
  spoilt: fc.option(
    fc.array(fc.record({ how: fc.constantFrom(...spoils), at: fc.nat(90), letter: fc.constantFrom(...letters) }), {
      minLength: 1,
      maxLength: 3,
    }),
    { nil: undefined, freq: 3 },
  ),
});

function entriesOf(bytes: Uint8Array, size: number): Entry[] {
  const reader = new OpenDataReader();
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; at += size) entries.push(...reader.push(bytes.subarray(at, at + size)));
  return [...entries, ...reader.end()];
}

const numbersOf = (entries: readonly Entry[]): Set<string> =>
  new Set(entries.flatMap((entry) => ("row" in entry ? [entry.row.service.businessNumber] : [])));

describe("a file with spoilt rows", () => {
  it("never loses a good row, however it is cut into pieces, and accounts for every other one", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom("\n", "\r\n"),
        (lines, size, end) => {
          const good: string[] = [];
          const rows = lines.map(({ remark, spoilt }, i) => {
            const row = goodRow(i, remark);
            if (!spoilt) good.push(String(2270000000 + i));
            return (spoilt ?? []).reduce((text, { how, at, letter }) => how(text, at, letter), row);
          });
          const entries = entriesOf(Buffer.from(`\uFEFF${[HEAD, ...rows].join(end)}${end}`), size);
          const taken = numbersOf(entries);
          expect(good.filter((number) => !taken.has(number))).toEqual([]);
          const numbers = entries.map((entry) => ("row" in entry ? entry.line : entry.rejected.line));
          expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("never crashes on bytes that are no file at all", () => {
    const header = fc.constantFrom(Buffer.from(""), Buffer.from(`${HEAD}\n`));
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (head, bytes, size) => {
        try {
          entriesOf(Buffer.concat([head, bytes]), size);
        } catch (error) {
          if (!(error instanceof CareError)) throw error;
          expect(error.code).toBe("unreadableFile");
        }
      }),
      { numRuns: 1000 },
    );
  });
});
