import { describe, expect, it } from "vitest";
import { CareError, found } from "./errors.ts";

describe("CareError", () => {
  it("carries code, status and the values of its sentence", () => {
    const error = new CareError("consentMissing", { scope: "ケアチームでの共有" });
    expect(error.status).toBe(409);
    expect(error.message).toContain("ケアチームでの共有");
    expect(error.denied).toBeUndefined();
    expect(error.fields).toEqual([]);
  });
});

describe("found", () => {
  it("gives what is there, also when it is empty or false", () => {
    expect(found(0)).toBe(0);
    expect(found("")).toBe("");
    expect(found(false)).toBe(false);
  });

  it("throws notFound for what is not there", () => {
    expect(() => found(null)).toThrow(expect.objectContaining({ code: "notFound" }));
    expect(() => found(undefined)).toThrow(expect.objectContaining({ code: "notFound" }));
  });
});
