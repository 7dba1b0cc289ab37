import { describe, expect, it } from "vitest";
import { inventedCareFile, inventedDisabilityFile, SCALES } from "./inventedFiles.ts";
import { nationPlaces, prefecturePlaces } from "./inventedPlaces.ts";

const lines = (text: Iterable<string>) => [...text].join("").split("\r\n");

describe("invented files", () => {
  it("are a prefecture and a nation as large as the real ones", () => {
    expect(SCALES.prefecture.rows).toBe(12_000);
    expect(SCALES.nation.rows).toBe(250_000);
    expect(new Set(prefecturePlaces.map(({ code }) => code)).size).toBe(35);
    expect(new Set(nationPlaces.map(({ prefecture }) => prefecture)).size).toBe(47);
  });

  it("have the columns of the two formats and come out the same every time", () => {
    const care = lines(inventedCareFile(100, prefecturePlaces));
    expect(care[0]?.split(",")).toHaveLength(24);
    expect(lines(inventedDisabilityFile(3, nationPlaces))[0]?.split(",")).toHaveLength(29);
    expect(lines(inventedCareFile(100, prefecturePlaces))).toEqual(care);
  });

  it("give every place its code's own check digit", () => {
    for (const { code, name } of nationPlaces) {
      const sum = [6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(code[i]), 0);
      expect(Number(code[5]), name).toBe((11 - (sum % 11)) % 10);
    }
  });
});
