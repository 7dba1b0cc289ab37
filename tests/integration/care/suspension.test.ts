import { approveDevice } from "@tsunagi/care/devices/decideDevice";
import { noticeDevice } from "@tsunagi/care/devices/noticeDevice";
import { readPerson } from "@tsunagi/care/people/readPerson";
import { findSession, openSession } from "@tsunagi/care/session/session";
import { addMembership } from "@tsunagi/care/staff/memberships";
import { leaveNetwork, resetPassword, resumeStaff, suspendStaff } from "@tsunagi/care/staff/suspension";
import { addTeamMember } from "@tsunagi/care/teams/membership";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import { matrixDeviceId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  hire,
  openTestHub,
  outboxOf,
  type Region,
  refusal,
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

const DEVICE = matrixDeviceId.parse("DEVICE");
const suspend = (by: Worker, { staffId }: Worker) =>
  hub.as(by, (unit) => suspendStaff(unit, { staffId, reason: "試験" }));
const resume = (by: Worker, { staffId }: Worker) => hub.as(by, (unit) => resumeStaff(unit, { staffId }));
const leave = (by: Worker, { staffId }: Worker) => hub.as(by, (unit) => leaveNetwork(unit, { staffId }));
const reset = (by: Worker, { staffId }: Worker) => hub.as(by, (unit) => resetPassword(unit, { staffId }));
const signIn = async ({ userId }: Worker) =>
  (await hub.system((unit) => openSession(unit, { userId, deviceId: DEVICE }))).token;
const isSignedIn = async (token: string) => (await hub.system((unit) => findSession(unit, token))) !== null;
const notice = async ({ userId }: Worker) => {
  const device = { userId, deviceId: DEVICE, fingerprint: `key${userId}`, displayName: "" };
  const row = await hub.system((unit) => noticeDevice(unit, device));
  if (!row) throw new Error("no approval");
  return row;
};
const approve = async (by: Worker, whom: Worker) => {
  const { id, fingerprint } = await notice(whom);
  return hub.as(by, (unit) => approveDevice(unit, { approvalId: id, code: fingerprint }));
};

describe("suspending somebody", () => {
  it("ends sessions, approvals, teams and rooms at once, and locks the account", async () => {
    const { operator, officeAdmin, careManager } = region;
    const worker = await hire(hub, operator, officeAdmin.organisationId, "careWorker");
    const { teamId, personId } = await teamOf(hub, "care", careManager, worker);
    const token = await signIn(worker);
    await approve(officeAdmin, worker);

    const messages = await outboxOf(hub, () => suspend(officeAdmin, worker));
    expect(messages.map(({ kind }) => kind)).toEqual(["account.lock", "room.remove", "room.notice", "room.remove"]);
    expect(messages[0]?.payload).toEqual({ userId: worker.userId, permanent: false });
    expect(await isSignedIn(token)).toBe(false);
    const approvals = await hub.db.sql("select state, replace_until from device_approval where staff_id = $1", [
      worker.staffId,
    ]);
    expect(approvals).toEqual([{ state: "revoked", replace_until: null }]);
    const { members } = await hub.as(careManager, (unit) => readTeam(unit, { teamId }));
    expect(members.find((m) => m.staffId === worker.staffId)?.leftAt).not.toBeNull();
    expect(await refusal(hub.as(worker, (unit) => readPerson(unit, { personId })))).toBe("accountSuspended");
    expect(await refusal(signIn(worker))).toBe("accountSuspended");
    const tries = (await hub.auditRows()).slice(-2);
    for (const row of tries) {
      expect(row).toMatchObject({ action: "account.use", outcome: "denied", subject_id: worker.staffId });
    }
  });

  it("is done once; a second time there is nothing to do", async () => {
    const worker = await hire(hub, region.operator, region.officeAdmin.organisationId, "careWorker");
    const both = [region.officeAdmin, region.operator].map((by) => refusal(suspend(by, worker)));
    expect((await Promise.all(both)).sort()).toEqual(["none", "staffNotActive"]);
  });

  it("leaves no session behind that was being opened at the same moment", async () => {
    const { operator, officeAdmin } = region;
    for (let round = 0; round < 5; round += 1) {
      const worker = await hire(hub, operator, officeAdmin.organisationId, "careWorker");
      await Promise.all([refusal(signIn(worker)), suspend(officeAdmin, worker)]);
      expect(await hub.db.sql("select 1 from session where staff_id = $1", [worker.staffId])).toEqual([]);
    }
  });

  it("keeps somebody from being added to a team or getting a device approved", async () => {
    const { operator, officeAdmin, careManager } = region;
    const worker = await hire(hub, operator, officeAdmin.organisationId, "careWorker");
    const { teamId } = await teamOf(hub, "care", careManager);
    await suspend(officeAdmin, worker);
    const added = hub.as(careManager, (unit) => addTeamMember(unit, { teamId, ...worker }));
    expect(await refusal(added)).toBe("staffNotActive");
    expect(await refusal(approve(officeAdmin, worker))).toBe("staffNotActive");
    expect(await refusal(reset(officeAdmin, worker))).toBe("staffNotActive");
  });
});

describe("a suspended person who is taken on elsewhere", () => {
  it("is let into that organisation's room when the suspension ends", async () => {
    const { operator, officeAdmin, stationAdmin } = region;
    const worker = await hire(hub, operator, officeAdmin.organisationId, "careWorker");
    await suspend(officeAdmin, worker);
    const input = { organisationId: stationAdmin.organisationId, staffId: worker.staffId, role: "nurse" as const };
    expect(await outboxOf(hub, () => hub.as(stationAdmin, (unit) => addMembership(unit, input)))).toEqual([]);
    const messages = await outboxOf(hub, () => resume(officeAdmin, worker));
    expect(messages.filter(({ kind }) => kind === "room.invite")).toHaveLength(2);
  });
});

describe("ending a suspension", () => {
  it("gives back account and organisation rooms, no team and no device", async () => {
    const { operator, officeAdmin, careManager } = region;
    const worker = await hire(hub, operator, officeAdmin.organisationId, "careWorker");
    const { teamId } = await teamOf(hub, "care", careManager, worker);
    await approve(officeAdmin, worker);
    await suspend(officeAdmin, worker);
    const messages = await outboxOf(hub, () => resume(officeAdmin, worker));
    expect(messages.map(({ kind }) => kind)).toEqual(["account.unlock", "room.invite"]);
    expect(await refusal(hub.as(worker, (unit) => readTeam(unit, { teamId })))).toBe("forbidden");
    expect(await notice(worker)).toMatchObject({ state: "waiting" });
    expect(await refusal(resume(officeAdmin, worker))).toBe("staffNotActive");
  });

  it("can be followed by another suspension, which locks the account again", async () => {
    const { operator, officeAdmin } = region;
    const worker = await hire(hub, operator, officeAdmin.organisationId, "careWorker");
    const messages = await outboxOf(hub, async () => {
      await suspend(officeAdmin, worker);
      await resume(officeAdmin, worker);
      await suspend(officeAdmin, worker);
    });
    const account = messages.filter(({ kind }) => kind.startsWith("account."));
    expect(account.map(({ kind }) => kind)).toEqual(["account.lock", "account.unlock", "account.lock"]);
  });

  it("of somebody who never changed the initial password asks for that again", async () => {
    const worker = await hire(hub, region.operator, region.officeAdmin.organisationId, "careWorker");
    await reset(region.officeAdmin, worker);
    await suspend(region.officeAdmin, worker);
    expect(await resume(region.officeAdmin, worker)).toMatchObject({ status: "invited", mustChangePassword: true });
  });
});

describe("leaving the network", () => {
  it("is for good: jobs end, the account is deactivated, what was written stays under the name", async () => {
    const { operator, officeAdmin, careManager } = region;
    const worker = await hire(hub, operator, officeAdmin.organisationId, "careWorker");
    const { teamId } = await teamOf(hub, "care", careManager, worker);
    const messages = await outboxOf(hub, () => leave(officeAdmin, worker));
    expect(messages[0]).toMatchObject({ kind: "account.lock", payload: { permanent: true } });
    const { members } = await hub.as(careManager, (unit) => readTeam(unit, { teamId }));
    expect(members.find((m) => m.staffId === worker.staffId)).toMatchObject({ familyName: "見本", role: "careWorker" });
    for (const act of [
      () => resume(operator, worker),
      () => leave(operator, worker),
      () => suspend(operator, worker),
    ]) {
      expect(await refusal(act())).toBe("staffNotActive");
    }
    const input = { organisationId: officeAdmin.organisationId, staffId: worker.staffId, role: "nurse" as const };
    expect(await refusal(hub.as(officeAdmin, (unit) => addMembership(unit, input)))).toBe("staffNotActive");
  });
});

describe("a new initial password", () => {
  it("signs every device out, voids approvals and must be changed", async () => {
    const { officeAdmin } = region;
    const worker = await hire(hub, region.operator, officeAdmin.organisationId, "careWorker");
    const token = await signIn(worker);
    await approve(officeAdmin, worker);
    let password = "";
    const messages = await outboxOf(hub, async () => {
      password = (await reset(officeAdmin, worker)).initialPassword;
    });
    expect(messages).toEqual([
      expect.objectContaining({
        kind: "account.password",
        payload: { userId: worker.userId, password, signOut: true },
      }),
    ]);
    expect(await isSignedIn(token)).toBe(false);
    const [row] = await hub.db.sql("select must_change_password, status from staff where id = $1", [worker.staffId]);
    expect(row).toEqual({ must_change_password: true, status: "active" });
  });
});

describe("an account", () => {
  it("never falls to an organisation that took its owner on besides: that would be a way into the other's rooms", async () => {
    const { operator, stationAdmin, officeAdmin } = region;
    const worker = await hire(hub, operator, officeAdmin.organisationId, "careManager");
    const input = { organisationId: stationAdmin.organisationId, staffId: worker.staffId, role: "nurse" as const };
    await hub.as(stationAdmin, (unit) => addMembership(unit, input));
    for (const act of [reset, suspend, resume, leave, approve]) {
      expect(await refusal(act(stationAdmin, worker))).toBe("forbidden");
    }
    expect(await refusal(reset(officeAdmin, worker))).toBe("none");
  });

  it("stays with the first organisation through a change of role there", async () => {
    const { operator, stationAdmin, officeAdmin } = region;
    const worker = await hire(hub, operator, officeAdmin.organisationId, "careWorker");
    const take = (by: Worker, role: "nurse" | "careManager") => {
      const input = { organisationId: by.organisationId, staffId: worker.staffId, role };
      return hub.as(by, (unit) => addMembership(unit, input));
    };
    await take(stationAdmin, "nurse");
    await take(officeAdmin, "careManager");
    await hub.db.sql("update membership set ended_at = now() where id = $1", [worker.membershipId]);
    expect(await refusal(reset(stationAdmin, worker))).toBe("forbidden");
    expect(await refusal(reset(officeAdmin, worker))).toBe("none");
    await hub.db.sql("update membership set ended_at = now() where staff_id = $1 and organisation_id = $2", [
      worker.staffId,
      officeAdmin.organisationId,
    ]);
    expect(await refusal(reset(stationAdmin, worker))).toBe("none");
  });

  it("of a network administrator is touched by a network administrator only", async () => {
    const { operator, officeAdmin } = region;
    const deputy = await hire(hub, operator, officeAdmin.organisationId, "networkAdmin");
    for (const act of [reset, suspend, leave]) expect(await refusal(act(officeAdmin, deputy))).toBe("forbidden");
    expect(await refusal(suspend(operator, deputy))).toBe("none");
  });
});
