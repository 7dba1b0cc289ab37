import type { OrganisationKind } from "@tsunagi/contracts/codes/organisationKinds";
import type { Role } from "@tsunagi/contracts/codes/roles";
import { matrixUserId, organisationId, staffId } from "@tsunagi/contracts/ids";
import { describe, expect, it } from "vitest";
import type { Job, StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { scopeOf } from "./scope.ts";

const job = (role: Role, organisationKind: OrganisationKind, municipality = "222062"): Job => ({
  role,
  organisationId: organisationId.parse(newId("org")),
  organisationName: "みほん事業所",
  organisationKind,
  municipality,
});

const actor = (...jobs: Job[]): StaffActor => ({
  kind: "staff",
  staffId: staffId.parse(newId("stf")),
  userId: matrixUserId.parse("@mihon:hub.example"),
  code: "AAAAAAA",
  familyName: "見本",
  givenName: "一",
  jobs,
});

describe("scopeOf", () => {
  it("is null when no job reaches anybody", () => {
    expect(scopeOf(actor(job("facilityAdmin", "careProvider")), "person.search")).toBeNull();
    expect(scopeOf(actor(), "person.search")).toBeNull();
  });

  it("counts each job for what it reaches alone", () => {
    const helper = job("helper", "careProvider");
    const manager = job("careManager", "careProvider");
    const me = actor(job("facilityAdmin", "hospital"), helper, manager);
    const found = scopeOf(me, "person.search");
    expect(found?.job).toBe(helper);
    expect(found?.scope).toEqual({
      everybody: false,
      team: { staffId: me.staffId, organisationIds: [helper.organisationId, manager.organisationId] },
      organisationIds: [manager.organisationId],
      municipalities: [],
    });
  });

  it("reaches a municipality's people from the municipality only, whatever a role is called elsewhere", () => {
    const city = scopeOf(actor(job("cityStaff", "municipality", "222208")), "person.search");
    expect(city?.scope.municipalities).toEqual(["222208"]);
    const elsewhere = scopeOf(actor(job("cityStaff", "careProvider", "222208")), "person.search");
    expect(elsewhere?.scope.municipalities).toEqual([]);
  });

  it("is everybody for a permission that reaches anybody", () => {
    expect(scopeOf(actor(job("careManager", "careProvider")), "person.register")?.scope.everybody).toBe(true);
  });
});
