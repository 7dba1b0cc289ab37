import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import { describe, expect, it } from "vitest";
import { chooseRole, rolesOfTeam } from "./rules.ts";

describe("roles of a team", () => {
  it("are all professions in a care team, none that only run accounts or switchboards", () => {
    const outside: Role[] = ["dispatcher", "facilityAdmin", "networkAdmin"];
    expect(rolesOfTeam("care")).toEqual(roles.codes.filter((role) => !outside.includes(role)));
  });

  it("are those who watch over people in no service yet in a watch-over team (R11)", () => {
    expect([...rolesOfTeam("watch")].sort()).toEqual([
      "careManager",
      "certifiedSocialWorker",
      "chiefCareManager",
      "cityStaff",
      "mentalHealthSocialWorker",
      "publicHealthNurse",
      "welfareCommissioner",
    ]);
  });
});

describe("chooseRole", () => {
  it("takes the first role that fits, whatever else somebody is", () => {
    expect(chooseRole("care", ["facilityAdmin", "visitingNurse", "nurse"])).toEqual({ role: "visitingNurse" });
    expect(chooseRole("watch", ["visitingNurse", "careManager"])).toEqual({ role: "careManager" });
  });

  it("says which role a watch-over team does not take", () => {
    expect(chooseRole("watch", ["facilityAdmin", "physician", "nurse"])).toEqual({
      refused: "roleNotAllowed",
      role: "physician",
    });
  });

  it("says so when somebody has no profession at all", () => {
    for (const kind of ["care", "watch"] as const) {
      expect(chooseRole(kind, ["facilityAdmin", "networkAdmin", "dispatcher"])).toEqual({ refused: "noCareRole" });
      expect(chooseRole(kind, [])).toEqual({ refused: "noCareRole" });
    }
  });
});
