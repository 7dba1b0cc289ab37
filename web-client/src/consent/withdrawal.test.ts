import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import type { PersonView } from "@tsunagi/contracts/rest/people";
import { describe, expect, it } from "vitest";
import { effectOfWithdrawing } from "./withdrawal.ts";

const consent = (id: string, scopes: ConsentView["scopes"], withdrawn = false): ConsentView =>
  ({ id, scopes, withdrawal: withdrawn ? { at: "", by: "", givenBy: "person", reason: "" } : null }) as ConsentView;
const team = (kind: "watch" | "care", state: "active" | "closed" = "active"): PersonView["teams"] =>
  [{ id: "tem_x", kind, state, mine: true }] as unknown as PersonView["teams"];

describe("what a withdrawal would end", () => {
  it("closes the care team that stood on this consent alone", () => {
    const only = consent("a", ["teamSharing", "emergency"]);
    expect(effectOfWithdrawing(only, [only], team("care"))).toEqual({
      endedScopes: ["teamSharing", "emergency"],
      closedTeam: "care",
    });
  });

  it("ends nothing that another consent covers too", () => {
    const one = consent("a", ["teamSharing"]);
    const all = [one, consent("b", ["teamSharing", "negotiation"])];
    expect(effectOfWithdrawing(one, all, team("care"))).toEqual({ endedScopes: [], closedTeam: null });
  });

  it("does not count a consent that was withdrawn before", () => {
    const one = consent("a", ["teamSharing"]);
    expect(effectOfWithdrawing(one, [one, consent("b", ["teamSharing"], true)], team("care")).closedTeam).toBe("care");
  });

  it("leaves a watch-over team alone while sharing in a care team is agreed to", () => {
    const watch = consent("a", ["watchSharing"]);
    const effect = effectOfWithdrawing(watch, [watch, consent("b", ["teamSharing"])], team("watch"));
    expect(effect).toEqual({ endedScopes: ["watchSharing"], closedTeam: null });
  });

  it("closes a care team whose person agrees to watching over only", () => {
    const care = consent("a", ["teamSharing"]);
    expect(effectOfWithdrawing(care, [care, consent("b", ["watchSharing"])], team("care")).closedTeam).toBe("care");
  });

  it("closes no team that is closed already", () => {
    const one = consent("a", ["teamSharing"]);
    expect(effectOfWithdrawing(one, [one], team("care", "closed")).closedTeam).toBeNull();
  });
});
