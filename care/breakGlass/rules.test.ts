import { describe, expect, it } from "vitest";
import { newCardCode } from "../kernel/ids.ts";
import { editDistance, foldAddress, plainCode, soundsLike, townOf } from "./rules.ts";

const person = { familyKana: "サイトウ", givenKana: "きよ" };

describe("finding somebody in an emergency", () => {
  it.each([
    ["さいとうきよ", true],
    ["サイトウ　キヨ", true],
    ["サイトオキヨ", true],
    ["キヨ", true],
    ["サイトウ", true],
    ["サトウキミ", false],
    ["サイ", false],
    ["キ", false],
    ["", false],
  ])("takes %s for サイトウ きよ: %s", (asked, same) => {
    expect(soundsLike(person, asked)).toBe(same);
  });

  it("counts letters that differ", () => {
    expect(editDistance("", "アイ")).toBe(2);
    expect(editDistance("アイウ", "アウ")).toBe(1);
    expect(editDistance("アイウ", "アエウ")).toBe(1);
  });

  it("compares addresses however their numbers are written", () => {
    expect(foldAddress("架空町１２番地の３")).toBe(foldAddress("架空町12-3"));
    expect(foldAddress("架空町2丁目4番5号")).toBe("架空町2-4-5");
  });

  it("shows of an address no more than what stands before its first number", () => {
    expect(townOf("伊豆の国市架空町１０番地")).toBe("伊豆の国市架空町");
    expect(townOf("12番地")).toBe("");
  });

  it("finds the code in a scanned address and in what was typed from paper", () => {
    const code = newCardCode();
    expect(plainCode(`https://hub.example/emergency#${code}`)).toBe(code);
    expect(plainCode(` ${code.slice(0, 13).toLowerCase()} - ${code.slice(13)}`)).toBe(code);
    expect(Math.log2(31) * code.length).toBeGreaterThan(128);
  });
});
