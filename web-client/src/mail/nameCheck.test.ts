import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownPerson, nameCheck } from "./nameCheck.ts";

const hanako: KnownPerson = { name: "渡辺 花子", kana: "わたなべ はなこ", team: new Set(["in"]) };
const mori: KnownPerson = { name: "森 一", kana: "もり はじめ", team: new Set(["in"]) };
const inside = { staffId: "in", name: "仲間" };
const outside = { staffId: "out", name: "外の人" };
const named = (text: string, people = [hanako, mori], to = [outside]) =>
  nameCheck(text, people, to).map(({ person }) => person);

describe("nameCheck", () => {
  it.each([
    "渡辺花子の件です",
    "渡邊　花子様について",
    "ワタナベハナコ",
    "ﾜﾀﾅﾍﾞさんの薬",
    "花子さんは元気です",
    "明日 渡辺様に伺います",
  ])("finds a person however the name is written: %s", (text) => {
    expect(named(text)).toEqual(["渡辺 花子"]);
  });

  it("finds a short family name only where it is one", () => {
    expect(named("森さんの熱")).toEqual(["森 一"]);
    expect(named("森林公園に集合、そのつもりです")).toEqual([]);
  });

  it("says who is in no team of the person, and nothing when everybody is", () => {
    expect(nameCheck("渡辺様", [hanako], [inside, outside])).toEqual([{ person: "渡辺 花子", strangers: [outside] }]);
    expect(named("渡辺様", [hanako], [inside])).toEqual([]);
  });

  it("finds a whole name in any text around it, in either width and kind of kana", () => {
    const katakana = (text: string) =>
      text.replaceAll(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
    const written = fc.constantFrom(hanako.name, hanako.kana, katakana(hanako.kana), hanako.name.replace(" ", "　"));
    const around = fc
      .array(fc.constantFrom("。", "患者", "A", "1", "\n", "の"), { maxLength: 8 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(around, written, around, (before, name, after) => {
        expect(named(`${before}${name}${after}`, [hanako])).toEqual(["渡辺 花子"]);
      }),
    );
  });

  it("never warns of a recipient who is in the team", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(nameCheck(`渡辺花子${text}`, [hanako, mori], [inside])).toEqual([]);
      }),
    );
  });
});
