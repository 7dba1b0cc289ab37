import { describe, expect, it } from "vitest";
import { assemble, type ScannedCode } from "./assemble.ts";
import { parseNotebook } from "./parse.ts";
import { BOOK, PARTS } from "./testBooks.ts";
import { shiftJis } from "./testShiftJis.ts";

const code = (text: string): ScannedCode => ({ bytes: shiftJis(text), sequence: null });
const [first, second] = PARTS.map(code) as [ScannedCode, ScannedCode];

/** A book in three symbols, cut where a character is cut in two. */
function symbols(): ScannedCode[] {
  const bytes = shiftJis(BOOK);
  const cuts = [0, 57, 301, bytes.length];
  return [0, 1, 2].map((index) => ({
    bytes: bytes.slice(cuts[index], cuts[index + 1]),
    sequence: { id: "42", index, size: 3 },
  }));
}

const drugs = (text: string | undefined): number => {
  const read = parseNotebook(text ?? "");
  return read.ok ? read.notebook.medications.length : 0;
};

describe("codes of a medication book", () => {
  it("are read as Shift_JIS, and as UTF-8 where a program wrote that", () => {
    expect(assemble([code(BOOK)]).texts).toEqual([BOOK]);
    const utf8 = { bytes: new TextEncoder().encode(BOOK), sequence: null };
    expect(assemble([utf8]).texts).toEqual([BOOK]);
  });

  it("are joined by their split controls in any order", () => {
    expect(assemble([first, second])).toEqual({ texts: [BOOK], waiting: [], problems: [] });
    expect(assemble([second, first])).toEqual({ texts: [BOOK], waiting: [], problems: [] });
  });

  it("are waited for while a part is missing, and scanned twice count once", () => {
    expect(assemble([second, second])).toEqual({ texts: [], waiting: [{ have: [2], total: 2 }], problems: [] });
    expect(assemble([second, first, second, first]).texts).toEqual([BOOK]);
  });

  it("are joined as symbols of a structured append in any order, also where a character is cut in two", () => {
    const [a, b, c] = symbols() as [ScannedCode, ScannedCode, ScannedCode];
    for (const order of [
      [a, b, c],
      [c, a, b],
      [b, c, a],
    ])
      expect(assemble(order).texts).toEqual([BOOK]);
    expect(assemble([c, a]).waiting).toEqual([{ have: [1, 3], total: 3 }]);
    expect(drugs(assemble([c, b, a]).texts[0])).toBe(3);
  });

  it("that both say to be the same part but are not are reported, not silently left out", () => {
    const other = code((PARTS[0] ?? "").replace("架空 ハナ", "架空 太郎"));
    expect(assemble([first, other, second])).toEqual({ texts: [BOOK], waiting: [], problems: ["brokenSplit"] });
  });

  it("of two books stay apart", () => {
    const other = BOOK.replaceAll("20261101", "20261015");
    expect(assemble([first, code(other), second]).texts).toEqual([other, BOOK]);
  });

  it("say what is wrong with one that is of no use, beside those that are", () => {
    const broken = code(["JAHISTC08,1", "911,1,2,3"].join("\r\n"));
    const { texts, problems } = assemble([code("JAHIS10\r\n1"), code("WIFI:S:x;;"), broken, code(BOOK)]);
    expect(texts).toEqual([BOOK]);
    expect(problems).toEqual(["prescription", "foreign", "brokenSplit"]);
  });
});
