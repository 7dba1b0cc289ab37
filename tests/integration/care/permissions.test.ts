import { mayI } from "@tsunagi/care/permissions/authorise";
import { type Reach, reachOf } from "@tsunagi/care/permissions/table";
import { addMembership } from "@tsunagi/care/staff/memberships";
import { addTeamMember } from "@tsunagi/care/teams/membership";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import { roles } from "@tsunagi/contracts/codes/roles";
import type { OrganisationId, PersonId } from "@tsunagi/contracts/ids";
import { permissions } from "@tsunagi/contracts/permissions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createOperator,
  hire,
  MISHIMA,
  NUMAZU,
  openOrganisation,
  openTestHub,
  refusal,
  register,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let operator: Worker;
let home: OrganisationId;
let other: OrganisationId;
let otherManager: Worker;

beforeAll(async () => {
  hub = await openTestHub();
  operator = await createOperator(hub);
  home = await openOrganisation(hub, operator, "みほん町役場", "municipality", MISHIMA);
  other = await openOrganisation(hub, operator, "よその事業所", "careProvider", NUMAZU);
  otherManager = await hire(hub, operator, other, "careManager");
});
afterAll(() => hub.close());

describe("every role × permission, with real people in the database", () => {
  /** One person for each way to reach somebody, and one whom nothing ties to the worker. */
  let people: Record<Exclude<Reach, "anybody"> | "nothing", PersonId>;

  beforeAll(async () => {
    const homeManager = await hire(hub, operator, home, "careManager");
    const team = await teamOf(hub, "care", otherManager);
    await hub.db.sql("update person set municipality = $1 where id = $2", [NUMAZU, team.personId]);
    people = {
      team: team.personId,
      organisation: (await register(hub, homeManager, { municipality: NUMAZU })).id,
      municipality: (await register(hub, otherManager, { municipality: MISHIMA })).id,
      nothing: (await register(hub, otherManager, { municipality: NUMAZU })).id,
    };
  });

  it.each(roles.codes)("%s reaches just the people the table says", async (role) => {
    const worker = await hire(hub, operator, home, role);
    await hub.db.sql(
      `insert into team_member (id, team_id, staff_id, organisation_id, role, added_by_id, joined_at)
       select $1, team.id, $2, $3, $4, $2, now() from team where person_id = $5`,
      [`mbr_${worker.staffId}`, worker.staffId, home, role, people.team],
    );
    await hub.as(worker, async (unit) => {
      unit.audit({ action: "test.matrix" });
      for (const permission of permissions) {
        const reach = reachOf(role, permission);
        for (const [situation, personId] of Object.entries(people)) {
          const meant = reach.has("anybody") || (situation !== "nothing" && reach.has(situation as Reach));
          expect(await mayI(unit, permission, { personId }), `${permission}: ${situation}`).toBe(meant);
        }
      }
    });
  });

  it.each(roles.codes)("%s reaches just the organisations the table says", async (role) => {
    const worker = await hire(hub, operator, home, role);
    await hub.as(worker, async (unit) => {
      unit.audit({ action: "test.matrix" });
      for (const permission of permissions) {
        const reach = reachOf(role, permission);
        const everywhere = reach.has("anybody");
        const mine = everywhere || reach.has("organisation");
        expect(await mayI(unit, permission, { organisationIds: [home] }), permission).toBe(mine);
        expect(await mayI(unit, permission, { organisationIds: [other] }), permission).toBe(everywhere);
        expect(await mayI(unit, permission, { organisationIds: [] }), permission).toBe(everywhere);
        expect(await mayI(unit, permission), permission).toBe(everywhere);
      }
    });
  });
});

describe("a role of the city at an organisation that is no city", () => {
  it("reaches nobody by where they live", async () => {
    const worker = await hire(hub, operator, other, "cityStaff");
    const { id: personId } = await register(hub, await hire(hub, operator, home, "careManager"), {
      municipality: NUMAZU,
    });
    await hub.as(worker, async (unit) => {
      unit.audit({ action: "test" });
      expect(await mayI(unit, "person.read", { personId })).toBe(false);
    });
  });
});

describe("somebody with two jobs", () => {
  it("has in a team the rights of the job they are in it for, not those of the other", async () => {
    const worker = await hire(hub, operator, home, "careManager");
    const asHelper = { organisationId: other, staffId: worker.staffId, role: "helper" as const };
    await hub.as(operator, (unit) => addMembership(unit, asHelper));
    const { teamId } = await teamOf(hub, "care", otherManager);
    await hub.as(otherManager, (unit) => addTeamMember(unit, { teamId, ...asHelper }));
    const whom = await hire(hub, operator, other, "nurse");
    const added = hub.as(worker, (unit) => addTeamMember(unit, { teamId, ...whom }));
    expect(await refusal(added)).toBe("forbidden");
    await hub.as(worker, (unit) => readTeam(unit, { teamId }));
    expect((await hub.auditRows()).at(-1)).toMatchObject({
      action: "team.read",
      actor_role: "helper",
      actor_org_id: other,
    });
  });

  it("loses the rights of a job with it", async () => {
    const worker = await hire(hub, operator, other, "careManager");
    const { id: personId } = await register(hub, worker);
    const may = () =>
      hub.as(worker, async (unit) => {
        unit.audit({ action: "test" });
        return mayI(unit, "person.read", { personId });
      });
    expect(await may()).toBe(true);
    await hub.db.sql("update membership set ended_at = now() where id = $1", [worker.membershipId]);
    expect(await may()).toBe(false);
  });
});
