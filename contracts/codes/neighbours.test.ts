import { expect, it } from "vitest";
import { municipalities } from "./municipalities.ts";
import { neighboursOf } from "./neighbours.ts";

it("knows neighbours both ways, and every municipality has one", () => {
  for (const code of municipalities.codes) {
    const neighbours = neighboursOf(code);
    expect(neighbours.length).toBeGreaterThan(0);
    expect(new Set(neighbours).size).toBe(neighbours.length);
    for (const other of neighbours) expect(neighboursOf(other)).toContain(code);
  }
});
