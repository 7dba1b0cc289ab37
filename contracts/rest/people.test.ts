import { describe, expect, it } from "vitest";
import { personInput, searchPeople } from "./people.ts";

const valid = {
  familyName: "架空",
  givenName: "一郎",
  familyKana: "カクウ",
  givenKana: "イチロウ",
  birthDate: "1940-02-29",
  sex: "male",
  municipality: "222062",
};
const accepts = (change: Record<string, unknown>): boolean => personInput.safeParse({ ...valid, ...change }).success;

describe("a person's data", () => {
  it("needs names, kana, birth date, sex and municipality; the rest is filled in as unknown", () => {
    expect(personInput.parse(valid)).toEqual({
      ...valid,
      address: "",
      phone: "",
      careLevel: null,
      bedriddenLevel: null,
      dementiaLevel: null,
      disabilityLevel: null,
    });
    for (const field of Object.keys(valid)) expect(accepts({ [field]: undefined }), field).toBe(false);
  });

  it.each(["かくう", "カクウ", "ｶｸｳ", "ﾔﾏﾀﾞ", "カクウ　ミホン", "ユーコ", "ｺｰｼﾞ", "カール・ミホン"])(
    "takes the kana %j",
    (kana) => {
      expect(accepts({ familyKana: kana })).toBe(true);
    },
  );

  it.each(["架空", "Kakuu", "カクウ1", "", "　", "カクウ!", "カ架"])("takes no kana %j", (kana) => {
    expect(accepts({ familyKana: kana })).toBe(false);
  });

  it.each([
    "1940-02-30",
    "1939-02-29",
    "1940-13-01",
    "1940-00-10",
    "1940-1-1",
    "19400101",
    "昭和15年1月1日",
    "1940-01-01T00:00:00Z",
  ])("takes no birth date %s", (birthDate) => {
    expect(accepts({ birthDate })).toBe(false);
  });

  it("takes levels by their codes only", () => {
    expect(accepts({ careLevel: "care3", dementiaLevel: "IIb", bedriddenLevel: "B1", disabilityLevel: "4" })).toBe(
      true,
    );
    for (const level of ["要介護3", "care6", 3, ""]) expect(accepts({ careLevel: level }), String(level)).toBe(false);
  });

  it("trims names and limits their length", () => {
    expect(personInput.parse({ ...valid, familyName: "　架空 " }).familyName).toBe("架空");
    expect(accepts({ familyName: "架".repeat(41) })).toBe(false);
  });
});

describe("a search for people", () => {
  it("needs kana or a birth date", () => {
    expect(searchPeople.body.safeParse({}).success).toBe(false);
    expect(searchPeople.body.safeParse({ kana: "　" }).success).toBe(false);
    expect(searchPeople.body.safeParse({ kana: "かくう" }).success).toBe(true);
    expect(searchPeople.body.safeParse({ birthDate: "1940-02-29" }).success).toBe(true);
    expect(searchPeople.body.safeParse({ birthDate: "1940-02-30" }).success).toBe(false);
  });
});
