import { hubRoomId, personId, staffId } from "@tsunagi/contracts/ids";
import { describe, expect, it } from "vitest";
import { newCode, newId, newInitialPassword, newOccasion } from "./ids.ts";

const many = <T>(make: () => T): T[] => Array.from({ length: 500 }, make);

describe("new ids", () => {
  it("are what the contracts call an id of their kind, and of no other kind", () => {
    expect(personId.safeParse(newId("psn")).success).toBe(true);
    expect(staffId.safeParse(newId("stf")).success).toBe(true);
    expect(hubRoomId.safeParse(newId("rom")).success).toBe(true);
    expect(personId.safeParse(newId("stf")).success).toBe(false);
  });

  it("never come twice", () => {
    expect(new Set(many(() => newId("rec"))).size).toBe(500);
    expect(new Set(many(newOccasion)).size).toBe(500);
  });
});

describe("codes and passwords people read out and type", () => {
  it("have no letters that are mistaken for one another", () => {
    for (const code of many(newCode)) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{7}$/);
    for (const password of many(newInitialPassword))
      expect(password).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
  });

  it("have letters and digits both, as the guideline asks of passwords", () => {
    for (const password of many(newInitialPassword)) {
      expect(password).toMatch(/\d/);
      expect(password).toMatch(/[a-z]/);
    }
  });
});
