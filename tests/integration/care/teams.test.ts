import { listRooms } from "@tsunagi/care/rooms/listRooms";
import { suspendStaff } from "@tsunagi/care/staff/suspension";
import { closeTeam } from "@tsunagi/care/teams/closeTeam";
import { addTeamMember, leaveTeam, removeTeamMember } from "@tsunagi/care/teams/membership";
import { openTeam } from "@tsunagi/care/teams/openTeam";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import type { OrganisationId, TeamId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  hire,
  openTestHub,
  outboxOf,
  type Region,
  refusal,
  register,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
afterAll(() => hub.close());

const add = (by: Worker, teamId: TeamId, whom: Worker, organisationId: OrganisationId = whom.organisationId) =>
  hub.as(by, (unit) => addTeamMember(unit, { teamId, staffId: whom.staffId, organisationId }));
const remove = (by: Worker, teamId: TeamId, whom: Worker) =>
  hub.as(by, (unit) => removeTeamMember(unit, { teamId, staffId: whom.staffId, reason: "" }));
const leave = (by: Worker, teamId: TeamId) => hub.as(by, (unit) => leaveTeam(unit, { teamId }));
const read = (by: Worker, teamId: TeamId) => hub.as(by, (unit) => readTeam(unit, { teamId }));
const open = async (by: Worker, ...members: Worker[]) => {
  const { id: personId } = await register(hub, by);
  await consentTo(hub, by, personId, "teamSharing");
  return hub.as(by, (unit) => openTeam(unit, { personId, kind: "care", members }));
};

describe("opening a team", () => {
  it("makes a room, tells it, and invites everybody once, the opener first", async () => {
    const { careManager, nurse } = region;
    const { id: personId } = await register(hub, careManager);
    await consentTo(hub, careManager, personId, "teamSharing");
    const messages = await outboxOf(hub, () =>
      hub.as(careManager, (unit) => openTeam(unit, { personId, kind: "care", members: [nurse, careManager] })),
    );
    expect(messages.map(({ kind }) => kind)).toEqual([
      "room.create",
      "room.notice",
      "room.invite",
      "room.invite",
      "room.notice",
    ]);
    expect(new Set(messages.map(({ lane }) => lane)).size).toBe(1);
    const invited = messages.flatMap((m) => (m.kind === "room.invite" ? [m.payload.userId] : []));
    expect(invited).toEqual([careManager.userId, nurse.userId]);
  });

  it("lets exactly one of several who try at once succeed", async () => {
    const { careManager } = region;
    const { id: personId } = await register(hub, careManager);
    await consentTo(hub, careManager, personId, "teamSharing");
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() =>
        refusal(hub.as(careManager, (unit) => openTeam(unit, { personId, kind: "care", members: [] }))),
      ),
    );
    expect(outcomes.sort()).toEqual(["none", "teamExists", "teamExists", "teamExists"]);
    expect(await hub.db.sql("select id from team where person_id = $1", [personId])).toHaveLength(1);
  });

  it("is undone as a whole when one of the members cannot be admitted", async () => {
    const { careManager, officeAdmin, nurse } = region;
    const { id: personId } = await register(hub, careManager);
    await consentTo(hub, careManager, personId, "teamSharing");
    const before = (await hub.outbox()).length;
    const members = [nurse, officeAdmin];
    const opened = hub.as(careManager, (unit) => openTeam(unit, { personId, kind: "care", members }));
    expect(await refusal(opened)).toBe("noCareRole");
    expect(await hub.db.sql("select id from team where person_id = $1", [personId])).toEqual([]);
    expect((await hub.outbox()).length).toBe(before);
  });

  it("shows members their room with the person's name, and nobody else", async () => {
    const { careManager, nurse, physician } = region;
    const { personId, person } = await teamOf(hub, "care", careManager, nurse);
    const mine = async (by: Worker) => {
      const rooms = (await hub.as(by, listRooms)).rooms.filter((room) => room.personId === personId);
      return rooms.map((room) => ({ ...room, members: [...room.members].sort() }));
    };
    expect(await mine(nurse)).toEqual([
      expect.objectContaining({
        kind: "team",
        title: `${person.familyName} ${person.givenName}`,
        members: [careManager.staffId, nurse.staffId].sort(),
      }),
    ]);
    expect(await mine(physician)).toEqual([]);
  });
});

describe("adding a member", () => {
  it("takes the role somebody has at the organisation named, and invites them", async () => {
    const team = await open(region.careManager);
    const messages = await outboxOf(hub, () => add(region.careManager, team.id, region.physician));
    expect(messages.map(({ kind }) => kind)).toEqual(["room.invite", "room.notice"]);
    const { members } = await read(region.physician, team.id);
    expect(members.at(-1)).toMatchObject({ staffId: region.physician.staffId, role: "physician", leftAt: null });
  });

  it("is refused for a member, for a role that is no profession, and for an organisation one does not work at", async () => {
    const team = await open(region.careManager, region.nurse);
    expect(await refusal(add(region.careManager, team.id, region.nurse))).toBe("alreadyMember");
    expect(await refusal(add(region.careManager, team.id, region.officeAdmin))).toBe("noCareRole");
    const elsewhere = region.helper.organisationId;
    expect(await refusal(add(region.careManager, team.id, region.physician, elsewhere))).toBe("staffNotActive");
  });

  it("is not for those who only take part", async () => {
    const team = await open(region.careManager, region.nurse);
    expect(await refusal(add(region.nurse, team.id, region.physician))).toBe("forbidden");
    expect(await refusal(add(region.socialWorker, team.id, region.physician))).toBe("forbidden");
  });

  it("adds somebody once when two add them at the same moment", async () => {
    const team = await open(region.careManager, region.visitingNurse);
    const both = [region.careManager, region.visitingNurse].map((by) => refusal(add(by, team.id, region.physician)));
    expect((await Promise.all(both)).sort()).toEqual(["alreadyMember", "none"]);
  });

  it("never lets somebody in who is being suspended at the same moment", async () => {
    const { careManager, operator, nurse } = region;
    for (let round = 0; round < 5; round += 1) {
      const team = await open(careManager);
      const target = await hire(hub, operator, nurse.organisationId, "nurse");
      await Promise.all([
        refusal(add(careManager, team.id, target)),
        hub.as(operator, (unit) => suspendStaff(unit, { staffId: target.staffId, reason: "試験" })),
      ]);
      const { members } = await read(careManager, team.id);
      expect(members.filter((m) => m.staffId === target.staffId && m.leftAt === null)).toEqual([]);
    }
  });
});

describe("leaving a team", () => {
  it("ends access to what comes after, and stays in the list the person may ask for", async () => {
    const team = await open(region.careManager, region.nurse);
    const messages = await outboxOf(hub, () => remove(region.careManager, team.id, region.nurse));
    expect(messages).toEqual([
      expect.objectContaining({
        kind: "room.remove",
        payload: { room: expect.any(String), userId: region.nurse.userId },
      }),
      expect.objectContaining({ kind: "room.notice" }),
    ]);
    expect(await refusal(read(region.nurse, team.id))).toBe("forbidden");
    const { members } = await read(region.careManager, team.id);
    expect(members.find((m) => m.staffId === region.nurse.staffId)?.leftAt).not.toBeNull();
  });

  it("is possible by oneself, and one may come back later", async () => {
    const team = await open(region.careManager, region.nurse);
    expect(await leave(region.nurse, team.id)).toEqual({ left: true });
    expect(await refusal(leave(region.nurse, team.id))).toBe("forbidden");
    await add(region.careManager, team.id, region.nurse);
    const { members } = await read(region.nurse, team.id);
    expect(members.filter((m) => m.staffId === region.nurse.staffId).map((m) => m.leftAt !== null)).toEqual([
      true,
      false,
    ]);
  });

  it("is not possible for the last one, nor for two at once", async () => {
    const team = await open(region.careManager);
    expect(await refusal(leave(region.careManager, team.id))).toBe("lastMember");
    expect(await refusal(remove(region.careManager, team.id, region.careManager))).toBe("lastMember");
    await add(region.careManager, team.id, region.nurse);
    const both = await Promise.all([
      refusal(leave(region.nurse, team.id)),
      refusal(leave(region.careManager, team.id)),
    ]);
    expect(both.sort()).toEqual(["lastMember", "none"]);
  });

  it("concerns members only", async () => {
    const team = await open(region.careManager);
    expect(await refusal(remove(region.careManager, team.id, region.nurse))).toBe("notMember");
  });
});

describe("closing a team", () => {
  it("puts everybody out, keeps who was in it, and refuses every further act", async () => {
    const team = await open(region.careManager, region.nurse);
    const close = (by: Worker) => hub.as(by, (unit) => closeTeam(unit, { teamId: team.id, reason: "支援終了" }));
    expect(await refusal(close(region.nurse))).toBe("forbidden");
    const messages = await outboxOf(hub, () => close(region.careManager));
    expect(messages.map(({ kind }) => kind)).toEqual(["room.notice", "room.close"]);
    expect(messages[0]?.payload).toMatchObject({ notice: { notice: "closed", reason: "支援終了", withdrawn: false } });
    const acts = [
      () => add(region.careManager, team.id, region.physician),
      () => remove(region.careManager, team.id, region.nurse),
      () => leave(region.nurse, team.id),
      () => close(region.careManager),
    ];
    for (const act of acts) expect(await refusal(act())).toBe("teamClosed");
    expect((await read(region.careManager, team.id)).members).toHaveLength(2);
  });

  it("makes room for a new one", async () => {
    const { careManager } = region;
    const team = await open(careManager);
    await hub.as(careManager, (unit) => closeTeam(unit, { teamId: team.id, reason: "支援終了" }));
    const personId = team.person.id;
    const again = await hub.as(careManager, (unit) => openTeam(unit, { personId, kind: "care", members: [] }));
    expect(again.id).not.toBe(team.id);
    expect(again.code).not.toBe(team.code);
  });
});

describe("a team left without anybody who runs it", () => {
  const lose = (staffId: Worker["staffId"]) =>
    hub.as(region.operator, (unit) => suspendStaff(unit, { staffId, reason: "試験" }));

  it("is taken over, in its room, by a colleague who could open one for the person", async () => {
    const { operator, careManager, physician } = region;
    const alone = await hire(hub, operator, careManager.organisationId, "careManager");
    const team = await open(alone);
    expect(await refusal(add(careManager, team.id, careManager))).toBe("forbidden");
    await lose(alone.staffId);
    expect(await refusal(add(physician, team.id, physician))).toBe("forbidden");
    const { members, code } = await add(careManager, team.id, careManager);
    expect(members.filter((m) => m.leftAt === null).map((m) => m.staffId)).toEqual([careManager.staffId]);
    expect(code).toBe(team.code);
  });

  it("is taken over also while some are in it who only take part", async () => {
    const { operator, careManager, nurse } = region;
    const leader = await hire(hub, operator, careManager.organisationId, "careManager");
    const team = await open(leader, nurse);
    await lose(leader.staffId);
    expect(await refusal(add(nurse, team.id, careManager))).toBe("forbidden");
    await add(careManager, team.id, careManager);
    expect(await refusal(remove(careManager, team.id, nurse))).toBe("none");
  });

  it("is still the person's only team", async () => {
    const { operator, careManager } = region;
    const alone = await hire(hub, operator, careManager.organisationId, "careManager");
    const team = await open(alone);
    await lose(alone.staffId);
    const personId = team.person.id;
    const again = hub.as(careManager, (unit) => openTeam(unit, { personId, kind: "care", members: [] }));
    expect(await refusal(again)).toBe("teamExists");
  });
});
