import { approveDevice } from "@tsunagi/care/devices/decideDevice";
import { judgeIdentity } from "@tsunagi/care/devices/identity";
import { noticeDevice } from "@tsunagi/care/devices/noticeDevice";
import { loadIdentity } from "@tsunagi/care/devices/store";
import { findSession, openSession } from "@tsunagi/care/session/session";
import { resetPassword, suspendStaff } from "@tsunagi/care/staff/suspension";
import { matrixDeviceId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  buildRegion,
  hire,
  openTestHub,
  outboxOf,
  type Region,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let worker: Worker;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
beforeEach(async () => {
  worker = await hire(hub, region.operator, region.officeAdmin.organisationId, "careWorker");
});
afterAll(() => hub.close());

const phone = { deviceId: matrixDeviceId.parse("PHONE"), fingerprint: "keyOfThePhone" };
const tablet = { deviceId: matrixDeviceId.parse("TABLET"), fingerprint: "keyOfTheTablet" };
type Device = typeof phone;

const judge = (masterKey: string, ...signedDevices: Device[]) =>
  hub.system((unit) => judgeIdentity(unit, { userId: worker.userId, masterKey, signedDevices }));
const identity = () => hub.system((unit) => loadIdentity(unit.tx, worker.staffId));
const approve = async (device: Device) => {
  const row = await hub.system((unit) => noticeDevice(unit, { ...device, userId: worker.userId, displayName: "" }));
  if (!row) throw new Error("nobody's device");
  return hub.as(region.officeAdmin, (unit) => approveDevice(unit, { approvalId: row.id, code: device.fingerprint }));
};

describe("the first identity", () => {
  it("is taken at its word once the initial password was changed, and stays", async () => {
    await hub.db.sql("update staff set must_change_password = true where id = $1", [worker.staffId]);
    expect(await judge("M1", phone)).toBe("refuse");
    expect(await identity()).toBeNull();
    await hub.db.sql("update staff set must_change_password = false where id = $1", [worker.staffId]);
    expect(await judge("M1", phone)).toBe("verify");
    const rows = (await hub.auditRows()).length;
    expect(await judge("M1", phone)).toBe("verify");
    expect(await hub.auditRows()).toHaveLength(rows);
  });

  it("is one of two that come at the same moment; the other is a violation", async () => {
    const verdicts = await Promise.all([judge("M1", phone), judge("M2", tablet)]);
    expect(verdicts.sort()).toEqual(["refuse", "verify"]);
    expect(await identity()).toMatchObject({ state: "violated" });
  });

  it("of nobody we know is refused", async () => {
    const userId = "@stranger:elsewhere.example" as typeof worker.userId;
    const seen = { userId, masterKey: "M1", signedDevices: [phone] };
    expect(await hub.system((unit) => judgeIdentity(unit, seen))).toBe("refuse");
  });
});

describe("another identity nobody approved", () => {
  it("ends every session and approval and takes the person out of every room, at once", async () => {
    const first = await teamOf(hub, "care", region.careManager, worker);
    const second = await teamOf(hub, "care", region.careManager, worker);
    await approve(tablet);
    await judge("M1", phone);
    const { token } = await hub.system((unit) =>
      openSession(unit, { userId: worker.userId, deviceId: phone.deviceId }),
    );

    const messages = await outboxOf(hub, () => judge("M2", phone));
    const rooms = await hub.db.sql<{ id: string }>(
      "select id from room where team_id in ($1, $2) or organisation_id = $3",
      [first.teamId, second.teamId, worker.organisationId],
    );
    const removed = messages.flatMap((m) => (m.kind === "room.remove" ? [m.payload] : []));
    expect(removed.map(({ room }) => room as string).sort()).toEqual(rooms.map(({ id }) => id).sort());
    expect(removed.every(({ userId }) => userId === worker.userId)).toBe(true);
    const told = messages.flatMap((m) => (m.kind === "room.notice" ? [m.payload.notice] : []));
    expect(told).toHaveLength(3);
    expect(told[0]).toMatchObject({ notice: "deviceTrouble", member: { name: worker.name } });
    expect(await hub.system((unit) => findSession(unit, token))).toBeNull();
    const states = await hub.db.sql("select state from device_approval where staff_id = $1", [worker.staffId]);
    expect(states).toEqual([{ state: "revoked" }]);
    expect(await identity()).toMatchObject({ masterKey: "M1", state: "violated" });
  });

  it("is noticed once, also by several at the same moment", async () => {
    await judge("M1", phone);
    const before = (await hub.auditRows()).length;
    const verdicts = await Promise.all([judge("M2", phone), judge("M2", phone), judge("M3", phone)]);
    expect(verdicts).toEqual(["refuse", "refuse", "refuse"]);
    const rows = (await hub.auditRows()).slice(before).filter((row) => row.action === "device.identityViolation");
    expect(rows).toHaveLength(1);
  });

  it("is not undone by showing the old identity again: that may be the thief covering up", async () => {
    await judge("M1", phone);
    await judge("M2", phone);
    expect(await judge("M1", phone)).toBe("refuse");
  });
});

describe("an administrator's approval", () => {
  it("lets the approved device bring another identity, and no other device", async () => {
    await judge("M1", phone);
    await approve(tablet);
    expect(await judge("M2", tablet)).toBe("verify");
    expect(await identity()).toMatchObject({ masterKey: "M2", state: "verified" });
    expect(await judge("M3", tablet), "one approval, one replacement").toBe("refuse");
  });

  it("does not help an identity that signs another device, or a device of that name with another key", async () => {
    await judge("M1", phone);
    await approve(tablet);
    expect(await judge("M2", phone, { ...tablet, fingerprint: "another" })).toBe("refuse");
    expect(await identity()).toMatchObject({ state: "violated" });
  });

  it("runs out after the minutes set", async () => {
    await judge("M1", phone);
    await approve(tablet);
    hub.clock.advance(hub.settings.identityReplacementMinutes);
    expect(await judge("M2", tablet)).toBe("refuse");
  });

  it("after a violation brings the person back into every room they belong to", async () => {
    const { team } = await teamOf(hub, "care", region.careManager, worker);
    await judge("M1", phone);
    await judge("M2", phone);
    await approve(phone);
    const messages = await outboxOf(hub, () => judge("M2", phone));
    expect(messages.map(({ kind }) => kind)).toEqual(["room.invite", "room.invite"]);
    expect(await identity()).toMatchObject({ masterKey: "M2", state: "verified" });
    expect(team.members).toHaveLength(2);
  });

  it("given before a violation is worth nothing after it: the device asks again", async () => {
    await judge("M1", phone);
    await approve(tablet);
    await judge("M2", phone);
    expect(await judge("M3", tablet)).toBe("refuse");
    await approve(tablet);
    expect(await judge("M3", tablet)).toBe("verify");
  });
});

describe("somebody whose account is closed to them", () => {
  it("is refused, whatever identity they show", async () => {
    await judge("M1", phone);
    const { staffId } = worker;
    await hub.as(region.officeAdmin, (unit) => suspendStaff(unit, { staffId, reason: "試験" }));
    expect(await judge("M1", phone)).toBe("refuse");
    expect(await judge("M2", phone)).toBe("refuse");
    expect(await identity()).toMatchObject({ masterKey: "M1", state: "verified" });
  });

  it("is refused until the new initial password was changed", async () => {
    await judge("M1", phone);
    await hub.as(region.officeAdmin, (unit) => resetPassword(unit, { staffId: worker.staffId }));
    expect(await judge("M1", phone)).toBe("refuse");
  });
});
