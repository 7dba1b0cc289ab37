import { expect, it } from "vitest";
import { BODY_MOST, BUILT_IN, byProfession, checkTemplate } from "./templates.ts";

it("a helper finds the helper's templates first, and all the others too", () => {
  const [yours, others] = byProfession(["helper"]);
  expect(yours.map(({ title }) => title)).toContain("templates.helperVisit");
  expect(yours.map(({ title }) => title)).not.toContain("templates.doctor");
  expect(yours.length + others.length).toBe(BUILT_IN.length);
});

it("a template needs a name and a text that is not too long", () => {
  expect(checkTemplate({ title: "朝", body: "はい" })).toEqual({});
  expect(checkTemplate({ title: " ", body: "x".repeat(BODY_MOST + 1) })).toEqual({
    title: { kind: "noName" },
    body: { kind: "tooLong", most: BODY_MOST, now: BODY_MOST + 1 },
  });
});
