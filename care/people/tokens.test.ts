import { describe, expect, it } from "vitest";
import { parseKeyring } from "../vault/keyring.ts";
import { Vault } from "../vault/vault.ts";
import { birthToken, fullToken, givenToken, kanaTokens, matchesKana, tokensOf } from "./tokens.ts";

const vaultWith = (indexKey: number): Vault =>
  new Vault({
    keyring: parseKeyring(`k1:${Buffer.alloc(32, 1).toString("base64")}`),
    indexKey: Buffer.alloc(32, indexKey),
    auditKey: Buffer.alloc(32, 3),
  });

const vault = vaultWith(2);
const person = { familyKana: "カクウ", givenKana: "ショウタ", birthDate: "1940-02-29" };

const hex = (tokens: readonly Uint8Array[]): string[] => tokens.map((token) => Buffer.from(token).toString("hex"));
/** True when typing this leads to the person through the index. */
const finds = (typed: string, of = person): boolean => {
  const kept = hex(tokensOf(vault, of));
  return hex(kanaTokens(vault, typed)).some((token) => kept.includes(token));
};

describe("index tokens of a person", () => {
  it("lead from every prefix of two letters and more to the person, however it is typed", () => {
    for (const typed of ["かく", "カクウ", "ｶｸｳ", "かくう　しょ", "カクウショウタ"])
      expect(finds(typed), typed).toBe(true);
  });

  it("lead from the whole given name alone to the person, not from a part of it", () => {
    expect(finds("しょうた")).toBe(true);
    expect(finds("しょう")).toBe(false);
  });

  it("do not lead from another name, nor from a single letter", () => {
    expect(finds("カケ")).toBe(false);
    expect(finds("カ")).toBe(false);
  });

  it("lead from more letters than are indexed to the person", () => {
    const long = { ...person, familyKana: "ナガイナマエノミホン", givenKana: "サンタロウ" };
    expect(finds("ながいなまえのみほんさんたろう", long)).toBe(true);
  });

  it("are worthless without the key: another key makes other tokens", () => {
    const other = hex(tokensOf(vaultWith(9), person));
    expect(hex(tokensOf(vault, person)).filter((token) => other.includes(token))).toEqual([]);
  });

  it("are 16 bytes each and hold nothing of the name", () => {
    const name = Buffer.from("カクウ", "utf8");
    for (const token of tokensOf(vault, person)) {
      expect(token).toHaveLength(16);
      expect(Buffer.from(token).includes(name)).toBe(false);
    }
  });

  it("hold birth date, given name and full name for the same-person warning", () => {
    const kept = hex(tokensOf(vault, person));
    const asked = [birthToken(vault, "1940-02-29"), givenToken(vault, "しょうた"), fullToken(vault, person)];
    for (const token of hex(asked)) expect(kept).toContain(token);
    expect(kept).not.toContain(hex([birthToken(vault, "1940-03-01")])[0]);
  });

  it("never mistake one kind of text for another", () => {
    expect(hex([vault.indexToken("given", "アイ")])).not.toEqual(hex([vault.indexToken("full", "アイ")]));
    expect(hex([vault.indexToken("ab", "c")])).not.toEqual(hex([vault.indexToken("a", "bc")]));
  });
});

describe("matchesKana", () => {
  it("compares all typed letters, also those beyond the index", () => {
    const long = { ...person, familyKana: "ナガイナマエノミホン", givenKana: "サンタロウ" };
    expect(matchesKana(long, "ナガイナマエノミホンサンタ")).toBe(true);
    expect(matchesKana(long, "ナガイナマエノミホンシンタ")).toBe(false);
  });
});
