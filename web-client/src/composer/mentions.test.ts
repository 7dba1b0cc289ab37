import { describe, expect, it } from "vitest";
import { completeMention, type Mentionable, mentionBeginning } from "./mentions.ts";

const someone = (name: string, kana: string, roleLabel: string): Mentionable => ({
  userId: `@${kana}:h`,
  name,
  kana,
  roleLabel,
  organisation: "",
});
const people = [
  someone("苺畑 さゆり", "イチゴバタケ サユリ", "訪問看護師"),
  someone("狩野 なぎさ", "カノ ナギサ", "ホームヘルパー"),
  someone("葛城山 あおい", "カツラギヤマ アオイ", "訪問看護師"),
];
const ALL = ["全員", "ぜんいん"];
const words = (prefix: string) => completeMention(people, prefix, ALL).map(({ word }) => word);

describe("a name being typed", () => {
  it("begins with an @ of any width, also in the middle of Japanese", () => {
    expect(mentionBeginning("明日は@いち", 6)).toEqual({ at: 3, prefix: "いち" });
    expect(mentionBeginning("＠", 1)).toEqual({ at: 0, prefix: "" });
  });

  it("is none in a mail address, behind a space, or before the caret has come to it", () => {
    expect(mentionBeginning("nurse@example", 13)).toBeNull();
    expect(mentionBeginning("@苺畑 ", 4)).toBeNull();
    expect(mentionBeginning("あ@い", 1)).toBeNull();
  });
});

describe("who is meant", () => {
  it("is found by family name, given name and kana, whatever the kana", () => {
    expect(words("苺")).toEqual(["@苺畑 さゆり"]);
    expect(words("なぎ")).toEqual(["@狩野 なぎさ"]);
    expect(words("か")).toEqual(["@狩野 なぎさ", "@葛城山 あおい"].concat(words("か").slice(2)));
    expect(words("カツ")[0]).toBe("@葛城山 あおい");
  });

  it("may be a profession, with all who have it, or everybody", () => {
    const [nurses] = completeMention(people, "訪問", ALL);
    expect(nurses).toMatchObject({ kind: "role", word: "@訪問看護師", people: [people[0], people[2]] });
    expect(words("看護")).toEqual(["@訪問看護師"]);
    expect(words("全")).toEqual(["@全員"]);
    expect(words("")).toHaveLength(6);
  });
});
