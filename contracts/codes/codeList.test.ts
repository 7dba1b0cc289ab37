import { describe, expect, it } from "vitest";
import { careServiceTypes } from "./careServiceTypes.ts";
import { codeList } from "./codeList.ts";
import { disabilityServiceTypes } from "./disabilityServiceTypes.ts";
import { roles } from "./roles.ts";

const list = codeList({ a: ["あ", "A"], b: ["い", "B"] });

describe("codeList", () => {
  it("keeps codes in the order they were written and labels them in both languages", () => {
    expect(list.codes).toEqual(["a", "b"]);
    expect(list.label("b", "ja")).toBe("い");
    expect(list.label("b", "en")).toBe("B");
  });

  it("knows its codes and no word that JavaScript knows by itself", () => {
    expect(list.has("a")).toBe(true);
    for (const text of ["c", "", "A", "あ", "toString", "__proto__", "constructor"]) {
      expect(list.has(text), text).toBe(false);
      expect(list.schema.safeParse(text).success, text).toBe(false);
    }
    expect(list.schema.parse("a")).toBe("a");
  });

  it("keeps numeric codes as text", () => {
    expect(careServiceTypes.has("2A")).toBe(true);
    expect(careServiceTypes.schema.safeParse(11).success).toBe(false);
    for (const code of [...careServiceTypes.codes, ...disabilityServiceTypes.codes])
      expect(code).toMatch(/^[0-9][0-9A-B]$/);
  });
});

describe("the service types of domain 2", () => {
  it("are all there", () => {
    const care =
      "11 12 13 14 15 16 17 21 22 23 2A 27 28 31 32 33 36 38 41 43 51 52 54 55 71 72 73 76 77 78 " +
      "24 25 26 2B 34 35 37 39 46 62 63 64 66 67 69 74 75";
    const disability = "11 12 13 14 15 21 22 24 32 33 34 41 42 45 46 52 53 54 60 61 62 63 65 66 67 68 69 70";
    expect([...careServiceTypes.codes].sort()).toEqual(care.split(" ").sort());
    expect([...disabilityServiceTypes.codes].sort()).toEqual(disability.split(" ").sort());
  });

  it("have one label for one code, since files name them by label", () => {
    for (const types of [careServiceTypes, disabilityServiceTypes]) {
      const labels = types.codes.map((code) => types.label(code as never, "ja"));
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe("roles", () => {
  it("have a label of their own in both languages", () => {
    for (const language of ["ja", "en"] as const) {
      expect(new Set(roles.codes.map((role) => roles.label(role, language))).size).toBe(roles.codes.length);
    }
  });
});
