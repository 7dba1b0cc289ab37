import { describe, expect, it } from "vitest";
import { problemCodes, problemSentence, problems } from "./problems.ts";

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();

describe("problem sentences", () => {
  it.each(problemCodes)("%s says the same in both languages and has an error status", (code) => {
    const { ja, en, status } = problems[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(ja).toMatch(/[ぁ-ん].*。$/);
    expect(en).toMatch(/^[A-Z{].*\.$/);
    expect(placeholders(ja)).toEqual(placeholders(en));
  });

  it("are filled in with values", () => {
    expect(problemSentence("consentMissing", "ja", { scope: "ケアチームでの共有" })).toContain(
      "（ケアチームでの共有）",
    );
    expect(problemSentence("unexpected", "en", { id: "A1" })).toContain("the number A1.");
  });

  it("take a value as it is, also one that looks like a pattern or a placeholder", () => {
    expect(problemSentence("tooLarge", "en", { limit: "$& {limit} $1" })).toContain("limit $& {limit} $1)");
  });

  it("keep a placeholder that nobody filled in, so that it is noticed", () => {
    expect(problemSentence("tooLarge", "ja")).toContain("{limit}");
    expect(problemSentence("tooLarge", "ja", { other: "x" })).toContain("{limit}");
  });
});
