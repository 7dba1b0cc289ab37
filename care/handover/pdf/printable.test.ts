import { describe, expect, it } from "vitest";
import { loadFonts } from "./fonts.ts";
import { Printable } from "./printable.ts";

const printable = async () => new Printable((await loadFonts()).glyphs);

describe("a character on paper", () => {
  it("is printed as it is, also the rarer kanji of names", async () => {
    const names = "髙﨑 德子　邉 邊 𠮷田 瀨戸 彅 龍﨑 䧺 𩸽";
    const paper = await printable();
    expect(paper.text(names)).toBe(names);
    expect(paper.remarks()).toEqual([]);
  });

  it("keeps the variant of a kanji where the font draws it apart", async () => {
    const paper = await printable();
    expect(paper.text("渡邊\u{e0106}")).toBe("渡邊\u{e0106}");
    expect(paper.remarks()).toEqual([]);
  });

  it("that the font has not becomes 〓 or its plain letter, and the sheet says which it was", async () => {
    const paper = await printable();
    expect(paper.text("\u{30edd}田 ş")).toBe("〓田 s");
    expect(paper.remarks().join()).toContain("U+30EDD → 〓、U+15F → s");
  });

  it("in a variant the font does not know is drawn in its usual shape, and the sheet says so", async () => {
    const paper = await printable();
    expect(paper.text("渡邊\u{e01ef}")).toBe("渡邊");
    expect(paper.remarks().join()).toContain("異体字の形が原本と違うことがあります：邊");
  });

  it("of one's own making (外字) is not lost without a word; signs without a shape are left out", async () => {
    const paper = await printable();
    expect(paper.text("あ\u0000\u200bい\ue000う\nえ")).toBe("あい〓う\nえ");
    expect(paper.remarks().join()).toContain("U+E000 → 〓");
  });
});
