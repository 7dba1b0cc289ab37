import { describe, expect, it } from "vitest";
import { municipalitiesOf } from "./audience.ts";

describe("municipalitiesOf", () => {
  it("leaves the whole prefecture open when nothing is chosen", () => {
    expect(municipalitiesOf({ areas: [], municipalities: [] })).toEqual([]);
  });

  it("takes an area's municipalities and single ones together, each once", () => {
    expect(municipalitiesOf({ areas: ["atamiIto"], municipalities: ["222089", "222062"] })).toEqual([
      "222054",
      "222089",
      "222062",
    ]);
  });
});
