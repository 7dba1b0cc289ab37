import { describe, expect, it } from "vitest";
import { medicalAreas, municipalitiesOfArea } from "./medicalAreas.ts";
import { isMunicipalityCode, municipalities, municipalityCheckDigit } from "./municipalities.ts";

describe("municipality codes", () => {
  it("are the 35 of Shizuoka prefecture", () => {
    expect(municipalities.codes).toHaveLength(35);
    for (const code of municipalities.codes) expect(code.startsWith("22"), code).toBe(true);
  });

  it.each(municipalities.codes)("%s has the right check digit", (code) => {
    expect(municipalityCheckDigit(code.slice(0, 5))).toBe(Number(code[5]));
    expect(isMunicipalityCode(code)).toBe(true);
  });

  it("have names that tell them apart in both languages", () => {
    for (const language of ["ja", "en"] as const) {
      expect(new Set(municipalities.codes.map((code) => municipalities.label(code, language))).size).toBe(35);
    }
    for (const code of municipalities.codes) expect(municipalities.label(code, "ja")).toMatch(/[市町]$/);
  });

  it("are known from other prefectures too, by their check digit", () => {
    for (const code of ["131016", "011002", "472018"]) expect(isMunicipalityCode(code), code).toBe(true);
  });

  it("are refused with any other check digit, length or letter", () => {
    for (let digit = 0; digit < 10; digit += 1) {
      expect(isMunicipalityCode(`22206${digit}`)).toBe(digit === 2);
    }
    for (const text of ["22206", "2220620", "22206２", "", "222 62", "abcdef"]) {
      expect(isMunicipalityCode(text), text).toBe(false);
    }
  });

  it("make the check digit 0 and 1 out of the remainders 1 and 0", () => {
    expect(municipalityCheckDigit("22210")).toBe(1);
    expect(municipalityCheckDigit("22216")).toBe(0);
  });
});

describe("medical areas", () => {
  it("hold every municipality once", () => {
    const all = medicalAreas.codes.flatMap((area) => municipalitiesOfArea[area]);
    expect([...all].sort()).toEqual([...municipalities.codes].sort());
  });
});
