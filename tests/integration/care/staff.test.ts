import { listOrganisations } from "@tsunagi/care/organisations/listOrganisations";
import { addAccount, createStaff } from "@tsunagi/care/staff/createStaff";
import { listStaff, searchColleagues } from "@tsunagi/care/staff/listStaff";
import { loadActor } from "@tsunagi/care/staff/loadActor";
import { addMembership, endMembership } from "@tsunagi/care/staff/memberships";
import { passwordChanged } from "@tsunagi/care/staff/passwordChanged";
import { addTeamMember } from "@tsunagi/care/teams/membership";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { MembershipId, OrganisationId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  hire,
  openOrganisation,
  openTestHub,
  outboxOf,
  type Region,
  refusal,
  sent,
  type TestHub,
  teamOf,
  toWorker,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
afterAll(() => hub.close());

const NAMES = { familyName: "見本", givenName: "新", familyKana: "みほん", givenKana: "しん" };
const create = (by: Worker, organisationId: OrganisationId, loginName: string, role: Role = "nurse") =>
  hub.as(by, (unit) => createStaff(unit, { organisationId, loginName, role, ...NAMES }));
const join = (by: Worker, organisationId: OrganisationId, whom: Worker, role: Role) =>
  hub.as(by, (unit) => addMembership(unit, { organisationId, staffId: whom.staffId, role }));
const end = (by: Worker, membershipId: MembershipId) => hub.as(by, (unit) => endMembership(unit, { membershipId }));

describe("creating an account", () => {
  it("needs no e-mail: the administrator gets an initial password once, which must be changed", async () => {
    const { officeAdmin } = region;
    const { staff, initialPassword } = await create(officeAdmin, officeAdmin.organisationId, "shin.mihon");
    expect(staff).toMatchObject({
      userId: "@shin.mihon:hub.example",
      status: "invited",
      mustChangePassword: true,
      memberships: [{ role: "nurse", organisationId: officeAdmin.organisationId }],
    });
    const accounts = await sent(hub, "account.create");
    expect(accounts.at(-1)).toEqual({ userId: staff.userId, password: initialPassword, code: staff.code });
    await hub.system((unit) => passwordChanged(unit, staff.userId));
    const { staff: all } = await hub.as(officeAdmin, (unit) => listStaff(unit, officeAdmin));
    expect(all.find(({ id }) => id === staff.id)).toMatchObject({ status: "active", mustChangePassword: false });
  });

  it("refuses a login name that is taken, also by two at once, and names kept for bots", async () => {
    const { officeAdmin, stationAdmin } = region;
    await create(officeAdmin, officeAdmin.organisationId, "taken");
    expect(await refusal(create(stationAdmin, stationAdmin.organisationId, "taken"))).toBe("loginNameTaken");
    expect(await refusal(create(officeAdmin, officeAdmin.organisationId, "tsunagi_keeper"))).toBe("loginNameTaken");
    for (const name of ["at.once.1", "at.once.2", "at.once.3"]) {
      const tries = [officeAdmin, stationAdmin, officeAdmin, stationAdmin];
      const outcomes = await Promise.all(tries.map((by) => refusal(create(by, by.organisationId, name))));
      expect(outcomes.sort()).toEqual(["loginNameTaken", "loginNameTaken", "loginNameTaken", "none"]);
    }
  });

  it("makes one room for an organisation's staff, also when its first two come at once", async () => {
    const organisationId = await openOrganisation(hub, region.operator, "あたらしい事業所", "careProvider");
    const messages = await outboxOf(hub, () =>
      Promise.all(["one.first", "one.second"].map((name) => create(region.operator, organisationId, name))),
    );
    expect(messages.filter(({ kind }) => kind === "room.create")).toHaveLength(1);
    expect(messages.filter(({ kind }) => kind === "room.invite")).toHaveLength(2);
  });

  it("is the matter of the organisation's own administrator; only the network's makes another like itself", async () => {
    const { officeAdmin, stationAdmin, operator } = region;
    expect(await refusal(create(officeAdmin, stationAdmin.organisationId, "elsewhere"))).toBe("forbidden");
    expect(await refusal(create(officeAdmin, officeAdmin.organisationId, "higher", "networkAdmin"))).toBe("forbidden");
    expect(await refusal(create(operator, officeAdmin.organisationId, "higher", "networkAdmin"))).toBe("none");
  });
});

describe("several organisations", () => {
  it("are several jobs of one account", async () => {
    const { stationAdmin, careManager } = region;
    const before = await hub.system((unit) => loadActor(unit.tx, careManager.staffId));
    const messages = await outboxOf(hub, () => join(stationAdmin, stationAdmin.organisationId, careManager, "nurse"));
    expect(messages.map(({ kind }) => kind)).toEqual(["room.invite"]);
    const after = await hub.system((unit) => loadActor(unit.tx, careManager.staffId));
    expect(after.jobs.map(({ role }) => role)).toEqual([...before.jobs.map(({ role }) => role), "nurse"]);
    const again = join(stationAdmin, stationAdmin.organisationId, careManager, "nurse");
    expect(await refusal(again)).toBe("alreadyMember");
  });

  it("leave only that organisation's teams and room when one of them ends", async () => {
    const { operator, stationAdmin, careManager, visitingNurse } = region;
    const worker = await hire(hub, operator, careManager.organisationId, "careManager");
    const second = toWorker(
      await join(stationAdmin, stationAdmin.organisationId, worker, "nurse"),
      stationAdmin.organisationId,
    );
    const own = await teamOf(hub, "care", worker);
    const theirs = await teamOf(hub, "care", visitingNurse);
    await hub.as(visitingNurse, (unit) => addTeamMember(unit, { teamId: theirs.teamId, ...second }));

    const messages = await outboxOf(hub, () => end(stationAdmin, second.membershipId));
    expect(messages.map(({ kind }) => kind)).toEqual(["room.remove", "room.notice", "room.remove"]);
    expect(messages[1]?.payload).toMatchObject({ notice: { notice: "memberLeft", by: null } });
    const { members } = await hub.as(visitingNurse, (unit) => readTeam(unit, { teamId: theirs.teamId }));
    expect(members.find((m) => m.staffId === worker.staffId)?.leftAt).not.toBeNull();
    expect(await refusal(hub.as(worker, (unit) => readTeam(unit, { teamId: theirs.teamId })))).toBe("forbidden");
    expect(await refusal(hub.as(worker, (unit) => readTeam(unit, { teamId: own.teamId })))).toBe("none");
    const row = (await hub.auditRows()).find((r) => r.action === "team.removeMember" && r.subject_id === theirs.teamId);
    expect(row).toMatchObject({ actor_org_id: stationAdmin.organisationId, actor_role: "facilityAdmin" });
  });

  it("keep room and teams while another job there remains that may be in them", async () => {
    const { operator, stationAdmin, visitingNurse } = region;
    const { organisationId } = stationAdmin;
    const worker = await hire(hub, operator, organisationId, "nurse");
    const second = (await join(stationAdmin, organisationId, worker, "physicalTherapist")).memberships;
    await join(stationAdmin, organisationId, worker, "facilityAdmin");
    const { teamId } = await teamOf(hub, "care", visitingNurse, worker);
    const inTeam = async () => {
      const { members } = await hub.as(visitingNurse, (unit) => readTeam(unit, { teamId }));
      return members.some((m) => m.staffId === worker.staffId && m.leftAt === null);
    };
    expect(await outboxOf(hub, () => end(stationAdmin, worker.membershipId))).toEqual([]);
    expect(await inTeam()).toBe(true);
    const therapist = second.find(({ role }) => role === "physicalTherapist");
    const messages = await outboxOf(hub, () => end(stationAdmin, therapist?.id ?? worker.membershipId));
    expect(messages.map(({ kind }) => kind)).toEqual(["room.remove", "room.notice"]);
    expect(await inTeam()).toBe(false);
  });

  it("end by their own administrator, once, and never the network administrator's job", async () => {
    const { officeAdmin, stationAdmin, operator } = region;
    const worker = await hire(hub, operator, stationAdmin.organisationId, "nurse");
    expect(await refusal(end(officeAdmin, worker.membershipId))).toBe("forbidden");
    expect(await refusal(end(stationAdmin, worker.membershipId))).toBe("none");
    expect(await refusal(end(stationAdmin, worker.membershipId))).toBe("notFound");
    const deputy = await hire(hub, operator, stationAdmin.organisationId, "networkAdmin");
    expect(await refusal(end(stationAdmin, deputy.membershipId))).toBe("forbidden");
    expect(await refusal(end(operator, deputy.membershipId))).toBe("none");
  });
});

describe("looking for colleagues", () => {
  const search = async (text: string, change: { role?: Role; organisationId?: OrganisationId } = {}) =>
    (await hub.as(region.nurse, (unit) => searchColleagues(unit, { text, limit: 100, ...change }))).colleagues;

  it("finds them by name, by kana however typed, and by organisation", async () => {
    const { officeAdmin } = region;
    const names = { familyName: "探野", givenName: "物子", familyKana: "さがしの", givenKana: "モノコ" };
    const input = { organisationId: officeAdmin.organisationId, loginName: "sagashino", role: "dietitian" as const };
    const { staff } = await hub.as(officeAdmin, (unit) => createStaff(unit, { ...input, ...names }));
    for (const text of ["探野", "サガシノ", "さがしの", "ｻｶﾞｼﾉ", "ものこ", "探野 物子", "探野　居宅介護支援"]) {
      expect(
        (await search(text)).map(({ staffId }) => staffId),
        text,
      ).toEqual([staff.id]);
    }
    expect(await search("探野 訪問看護")).toEqual([]);
    expect((await search("", { role: "dietitian" })).map(({ staffId }) => staffId)).toEqual([staff.id]);
  });

  it("shows neither login names nor who was suspended", async () => {
    const found = await search("見本");
    expect(JSON.stringify(found)).not.toContain("loginName");
    await hub.db.sql("update staff set status = 'suspended' where id = $1", [region.commissioner.staffId]);
    const ids = (await search("見本")).map(({ staffId }) => staffId);
    expect(ids).not.toContain(region.commissioner.staffId);
    await hub.db.sql("update staff set status = 'active' where id = $1", [region.commissioner.staffId]);
  });

  it("finds organisations by name and by kana however typed", async () => {
    await hub.db.sql("update organisation set name_kana = 'ミホンビョウイン' where name = 'みほん総合病院'");
    const found = async (text: string) => {
      const filter = { text, limit: 10, offset: 0 };
      return (await hub.as(region.nurse, (unit) => listOrganisations(unit, filter))).organisations.map(
        ({ name }) => name,
      );
    };
    for (const text of ["総合病院", "ミホンビョウイン", "みほんびょういん", "ﾐﾎﾝﾋﾞｮｳ"]) {
      expect(await found(text), text).toEqual(["みほん総合病院"]);
    }
  });
});

describe("the very first account", () => {
  it("is made by the hub itself, with a password its owner chose", async () => {
    const input = {
      organisationId: region.operator.organisationId,
      loginName: "second.operator",
      role: "networkAdmin" as const,
    };
    const staff = await hub.system((unit) =>
      addAccount(unit, { ...input, ...NAMES }, { password: "chosen-by-owner", mustChangePassword: false }),
    );
    expect(staff).toMatchObject({ status: "active", mustChangePassword: false });
  });
});
