import { describe, expect, it } from "vitest";
import { isLong } from "./folding.ts";

describe("isLong", () => {
  it("folds a handover of many lines or of one long paragraph, not a usual message", () => {
    expect(isLong("体温36.5℃。変わりありません。")).toBe(false);
    expect(isLong("訪問しました。".repeat(80))).toBe(true);
    expect(isLong("・血圧\n".repeat(13))).toBe(true);
  });
});
