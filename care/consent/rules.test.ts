import { describe, expect, it } from "vitest";
import { activeScopes, coversTeam, scopeFor } from "./rules.ts";

const withdrawnAt = new Date("2026-04-01T00:00:00Z");

describe("scopes that stand", () => {
  it("are those of all consents that were not withdrawn, each once", () => {
    expect(
      activeScopes([
        { scopes: ["teamSharing", "emergency"], withdrawnAt: null },
        { scopes: ["teamSharing"], withdrawnAt: null },
        { scopes: ["negotiation"], withdrawnAt },
      ]),
    ).toEqual(["teamSharing", "emergency"]);
  });

  it("stay while a second consent covers them", () => {
    expect(
      activeScopes([
        { scopes: ["teamSharing"], withdrawnAt },
        { scopes: ["teamSharing"], withdrawnAt: null },
      ]),
    ).toEqual(["teamSharing"]);
  });

  it("are none without consent", () => {
    expect(activeScopes([])).toEqual([]);
    expect(activeScopes([{ scopes: ["teamSharing"], withdrawnAt }])).toEqual([]);
  });
});

describe("a team's consent", () => {
  it("to a care team covers being watched over too, never the other way round", () => {
    expect(coversTeam("care", ["teamSharing"])).toBe(true);
    expect(coversTeam("watch", ["teamSharing"])).toBe(true);
    expect(coversTeam("watch", ["watchSharing"])).toBe(true);
    expect(coversTeam("care", ["watchSharing"])).toBe(false);
  });

  it("is not given by consents to other things", () => {
    for (const kind of ["care", "watch"] as const) {
      expect(coversTeam(kind, ["emergency", "negotiation"])).toBe(false);
      expect(coversTeam(kind, [])).toBe(false);
      expect(coversTeam(kind, [scopeFor(kind)])).toBe(true);
    }
  });
});
