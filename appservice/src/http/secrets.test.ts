import { expect, it } from "vitest";
import { sameSecret } from "./secrets.ts";

it("sameSecret accepts the secret itself and nothing else, of whatever type or length", () => {
  expect(sameSecret("token", "token")).toBe(true);
  for (const sent of ["", "toke", "tokenn", "Token", undefined, null, 5, ["token"], { length: 5 }]) {
    expect(sameSecret("token", sent)).toBe(false);
  }
});
