import { deviceCode } from "@tsunagi/contracts/deviceCode";
import { afterAll, describe, expect, it } from "vitest";
import type { Account } from "../env/accounts.ts";
import { HubProblem } from "../env/hubApi.ts";
import type { Person } from "../env/person.ts";
import { until } from "../env/until.ts";
import { World } from "../env/world.ts";

const world = new World();
afterAll(() => world.close());

const KEEPER = "@_tsunagi_hub:localhost";

async function codeOf(person: Person): Promise<string> {
  const { ed25519 } = await person.crypto.getOwnDeviceKeys();
  return deviceCode(person.userId, person.deviceId, ed25519);
}

async function requestFor(person: Person): Promise<string> {
  return until("the device waits in the administrator's list", async () => {
    const { requests } = await world.administrator.call("listDeviceRequests");
    return requests.find((request) => request.deviceId === person.deviceId)?.id;
  });
}

const approve = (approvalId: string, code: string) =>
  world.administrator.call("approveDevice", { params: { approvalId }, body: { code } } as never);

/** A team with some past: messages of a colleague and a record of the bot's. */
async function teamWithPast(): Promise<{ manager: Person; nurse: Person & { account: Account }; room: string }> {
  const manager = await world.professional("careManager");
  const nurse = await world.professional("visitingNurse");
  const { room } = await world.team(manager, [nurse.account]);
  await nurse.joined(room);
  await manager.say(room, "昔の話 1");
  await manager.say(room, "/記録 日常生活 昔の記録です");
  await nurse.reads(room, "昔の記録です\n記録者");
  return { manager, nurse, room };
}

describe("the keeper of history", () => {
  it("gives everything from before to whoever joins later", async () => {
    const manager = await world.professional("careManager");
    const { id: teamId, room } = await world.team(manager);
    await manager.say(room, "参加する前の話");
    await manager.say(room, "/記録 意向 家で暮らしたい");
    await manager.reads(room, "家で暮らしたい\n記録者");
    const doctor = await world.professional("physician");
    const { staffId, organisationId } = doctor.account;
    await manager.hub.call("addTeamMember", { params: { teamId }, body: { staffId, organisationId } } as never);
    await doctor.joined(room);
    await doctor.reads(room, "参加する前の話");
    await doctor.reads(room, "家で暮らしたい\n記録者");
    expect((await doctor.bodies(room)).filter((body) => body === null)).toEqual([]);
  });

  it("gives everything to a new device that an administrator approved by its code, without a recovery key", async () => {
    const { manager, nurse, room } = await teamWithPast();
    await nurse.signOut();
    const phone = await world.device(nurse.account);
    await phone.joined(room);
    expect((await phone.settle()).step).toBe("approveDevice");
    await phone.expectHistory(KEEPER);
    await approve(await requestFor(phone), await codeOf(phone));
    await until("the approval has arrived", async () => (await phone.readSession()).identityReplacementAllowed);
    expect((await phone.settle()).step).toBe("ready");
    await phone.reads(room, "昔の話 1");
    await phone.reads(room, "昔の記録です\n記録者");
    await manager.say(room, "新しい端末にも届く話");
    await phone.reads(room, "新しい端末にも届く話");
    await phone.say(room, "/メンバー");
    await manager.reads(room, "参加者 2名");
  });

  it("needs no administrator when an own approved device has signed the new one", async () => {
    const { manager, nurse, room } = await teamWithPast();
    const tablet = await world.device(nurse.account);
    await tablet.joined(room);
    expect((await tablet.settle()).step).toBe("approveDevice");
    await tablet.expectHistory(KEEPER);
    await nurse.crypto.getUserDeviceInfo([nurse.userId], true);
    await nurse.crypto.crossSignDevice(tablet.deviceId);
    await until("the device is trusted", async () => (await tablet.readSession()).step === "ready");
    await tablet.reads(room, "昔の話 1");
    await manager.say(room, "二台目にも届く話");
    await tablet.reads(room, "二台目にも届く話");
  });

  it("refuses an approval by another code and leaves the device outside", async () => {
    const nurse = await world.professional("visitingNurse");
    const stranger = await world.device(nurse.account);
    await stranger.settle();
    const wrong = await codeOf(nurse);
    const refused = approve(await requestFor(stranger), wrong);
    await expect(refused).rejects.toThrow(/codeMismatch/);
    expect((await stranger.readSession()).step).toBe("approveDevice");
  });
});

describe("a stolen password", () => {
  it("gets neither history nor live messages nor data, and runs no command", async () => {
    const { manager, nurse, room } = await teamWithPast();
    const thief = await world.device(nurse.account, { strict: false });
    await thief.joined(room);
    expect((await thief.settle()).step).toBe("approveDevice");
    await thief.expectHistory(KEEPER);
    await manager.say(room, "盗み見られてはならない話");
    await manager.say(room, "/記録 支援内容 盗み見られてはならない記録");
    await nurse.reads(room, "盗み見られてはならない記録\n記録者");
    await thief.say(room, "!記録 日常生活 偽の記録");
    await manager.reads(room, "この端末はまだ承認されていません");
    const seen = await thief.bodies(room);
    expect(seen.filter((body) => body !== null && body !== "!記録 日常生活 偽の記録")).toEqual([]);
    await expect(thief.hub.call("listRooms")).rejects.toThrow(/deviceNotApproved/);
    await manager.say(room, "/記録一覧");
    const list = await manager.reads(room, "記録 2件");
    expect(String(list.getContent()["body"])).not.toContain("偽の記録");
  });

  it("cannot replace the identity through the hub", async () => {
    const nurse = await world.professional("visitingNurse");
    const thief = await world.device(nurse.account);
    await thief.openSession();
    await expect(thief.makeIdentity()).rejects.toThrow(/not approved/);
  });

  it("stops history and live keys when the identity is replaced behind the hub's back, until approved again", async () => {
    const { manager, nurse, room } = await teamWithPast();
    const thief = await world.device(nurse.account, { matrixUrl: world.system.homeserverUrl });
    await thief.joined(room);
    await thief.makeIdentity();
    await until("taken out of the room", () => thief.client.getRoom(room)?.getMyMembership() === "leave");
    await thief.expectHistory(KEEPER);
    await manager.reads(room, "端末が確認できないため");
    await manager.say(room, "外した後の話");
    await manager.reads(room, "外した後の話");
    expect((await thief.bodies(room)).filter((body) => body !== null)).toEqual([]);
    expect((await thief.openSession()).step).toBe("approveDevice");

    // It was the nurse after all, with a new telephone: the administrator approves it by its code.
    thief.joinInvitations();
    await approve(await requestFor(thief), await codeOf(thief));
    await until("let in again", () => thief.client.getRoom(room)?.getMyMembership() === "join");
    await thief.reads(room, "外した後の話");
    await thief.reads(room, "昔の話 1");
    expect(nurse.userId).toBe(thief.userId);
  });
});

describe("a suspended professional", () => {
  it("loses every room, device and session at once, and needs approval again afterwards", async () => {
    const { manager, nurse, room } = await teamWithPast();
    const { staffId } = nurse.account;
    await world.administrator.call("suspendStaff", { params: { staffId }, body: { reason: "試験" } } as never);
    await until("out of the room", async () => {
      const members = await manager.client.getJoinedRoomMembers(room);
      return !(nurse.userId in members.joined);
    });
    await expect(nurse.client.whoami()).rejects.toThrow();
    await expect(nurse.hub.call("readSession")).rejects.toBeInstanceOf(HubProblem);
    await expect(fetchLogin(nurse.account)).resolves.toBe(401);
    await world.administrator.call("resumeStaff", { params: { staffId } } as never);
    const again = await world.device(nurse.account);
    expect((await again.settle()).step).toBe("approveDevice");
    expect(again.client.getRoom(room)?.getMyMembership()).not.toBe("join");
  });
});

async function fetchLogin(account: Account): Promise<number> {
  const response = await fetch(`${world.system.publicUrl}/_matrix/client/v3/login`, {
    method: "POST",
    body: JSON.stringify({
      type: "m.login.password",
      identifier: { type: "m.id.user", user: account.loginName },
      password: account.password,
    }),
  });
  return response.status;
}
