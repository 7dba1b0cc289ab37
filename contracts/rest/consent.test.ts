import { describe, expect, it } from "vitest";
import { consentInput } from "./consent.ts";

const valid = { scopes: ["teamSharing"], givenBy: "person", method: "oral", givenOn: "2026-04-01" };
const accepts = (change: Record<string, unknown>): boolean => consentInput.safeParse({ ...valid, ...change }).success;

describe("a consent", () => {
  it("may be oral, by the person, without a document (domain 6)", () => {
    expect(consentInput.parse(valid)).toEqual({ ...valid, representative: null, documentId: null, note: "" });
  });

  it("names the representative who gave it, and how they stand to the person", () => {
    expect(accepts({ givenBy: "representative" })).toBe(false);
    expect(accepts({ givenBy: "representative", representative: { name: "架空 次郎", relation: "child" } })).toBe(true);
    expect(accepts({ givenBy: "representative", representative: { name: "", relation: "child" } })).toBe(false);
    expect(accepts({ givenBy: "representative", representative: { name: "架空 次郎", relation: "neighbour" } })).toBe(
      false,
    );
  });

  it("covers something", () => {
    expect(accepts({ scopes: [] })).toBe(false);
    expect(accepts({ scopes: ["everything"] })).toBe(false);
  });
});
