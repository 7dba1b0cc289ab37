import { describe, expect, it } from "vitest";
import { matrixDeviceId, matrixRoomId, matrixUserId, personId, teamId } from "./ids.ts";

const tail = "0123456789abcdefghijklmnop";

describe("opaque ids", () => {
  it("have their kind's prefix and 26 characters", () => {
    expect(personId.safeParse(`psn_${tail}`).success).toBe(true);
    expect(teamId.safeParse(`psn_${tail}`).success).toBe(false);
  });

  it.each([
    `psn_${tail}0`,
    `psn_${tail.slice(1)}`,
    `psn_${tail.toUpperCase()}`,
    `psn_${tail}\n`,
    ` psn_${tail}`,
    "psn_",
  ])("refuse %j", (text) => {
    expect(personId.safeParse(text).success).toBe(false);
  });
});

describe("Matrix ids", () => {
  it("are told apart by their first letter", () => {
    expect(matrixUserId.safeParse("@mihon:hub.example:8448").success).toBe(true);
    expect(matrixUserId.safeParse("!room:hub.example").success).toBe(false);
    expect(matrixRoomId.safeParse("!room:hub.example").success).toBe(true);
    expect(matrixUserId.safeParse("@mi hon:hub.example").success).toBe(false);
  });

  it("of devices hold no slash, which would lead a URL elsewhere", () => {
    expect(matrixDeviceId.safeParse("ABCDEFGHIJ").success).toBe(true);
    for (const text of ["", "A/B", "../x", "A B"]) expect(matrixDeviceId.safeParse(text).success, text).toBe(false);
  });
});
