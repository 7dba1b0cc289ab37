import { approveDevice, listDeviceRequests, rejectDevice } from "@tsunagi/care/devices/decideDevice";
import { identityReplacement } from "@tsunagi/care/devices/identityReplacement";
import { admitDevice, noticeDevice } from "@tsunagi/care/devices/noticeDevice";
import { reviewDevicesOf, signOutDeviceOf } from "@tsunagi/care/devices/signOutDevice";
import { approveDeviceAsOperator } from "@tsunagi/care/devices/vouch";
import { addMembership } from "@tsunagi/care/staff/memberships";
import { deviceCode, groupDigits } from "@tsunagi/contracts/deviceCode";
import { type MatrixDeviceId, matrixDeviceId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  buildRegion,
  hire,
  openTestHub,
  outboxOf,
  type Region,
  refusal,
  sent,
  type TestHub,
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

const DEVICE = matrixDeviceId.parse("PHONE");
const KEY = "lJJlAPzjM9MGFLzz6cCGvHzqPvQJ7EYXBh8gdpVO7Sg";
const seen = (of: Worker, deviceId: MatrixDeviceId = DEVICE, fingerprint = KEY) => ({
  userId: of.userId,
  deviceId,
  fingerprint,
  displayName: "みほんの端末",
});
const notice = async (of: Worker, deviceId = DEVICE, fingerprint = KEY) => {
  const row = await hub.system((unit) => noticeDevice(unit, seen(of, deviceId, fingerprint)));
  if (!row) throw new Error("nobody's device");
  return row;
};
const codeOf = (of: Worker, deviceId = DEVICE, key = KEY) => deviceCode(of.userId, deviceId, key);
const approve = async (by: Worker, of: Worker, code: string) => {
  const { id } = await notice(of);
  return hub.as(by, (unit) => approveDevice(unit, { approvalId: id, code }));
};
const requests = async (by: Worker) => (await hub.as(by, listDeviceRequests)).requests;
const waitingOf = async (by: Worker, of: Worker) => (await requests(by)).filter((r) => r.staff.staffId === of.staffId);

describe("a lost device", () => {
  const end = (by: Worker, of: Worker) =>
    hub.as(by, (unit) => signOutDeviceOf(unit, { staffId: of.staffId, deviceId: DEVICE }));

  it("is signed out by the administrator of its owner's organisation", async () => {
    expect(await hub.as(region.officeAdmin, (unit) => reviewDevicesOf(unit, worker))).toBe(worker.userId);
    await end(region.officeAdmin, worker);
    expect((await sent(hub, "device.signOut")).at(-1)).toEqual({ userId: worker.userId, deviceId: DEVICE });
  });

  it("is nobody else's matter", async () => {
    const colleague = await hire(hub, region.operator, region.officeAdmin.organisationId, "careWorker");
    expect(await refusal(end(colleague, worker))).toBe("forbidden");
    expect(await refusal(hub.as(colleague, (unit) => reviewDevicesOf(unit, worker)))).toBe("forbidden");
  });
});

describe("a device nobody vouches for", () => {
  it("waits in the list of its owner's administrator, once, however often it is seen", async () => {
    const first = await notice(worker);
    const again = await Promise.all([notice(worker), notice(worker)]);
    expect(again.map(({ id }) => id)).toEqual([first.id, first.id]);
    expect(await waitingOf(region.officeAdmin, worker)).toEqual([
      expect.objectContaining({ id: first.id, deviceId: DEVICE, displayName: "みほんの端末", identityReset: false }),
    ]);
  });

  it("waits once also when it is seen for the first time by two at the same moment", async () => {
    const rows = await Promise.all([notice(worker), notice(worker), notice(worker)]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
  });

  it("is shown neither with its code nor with its key: the person reads the code out", async () => {
    await notice(worker);
    const text = JSON.stringify(await requests(region.officeAdmin));
    expect(text).not.toContain(KEY);
    expect(text).not.toContain(await codeOf(worker));
  });

  it("is another one when it comes back with another key", async () => {
    const first = await notice(worker);
    expect((await notice(worker, DEVICE, `${KEY}x`)).id).not.toBe(first.id);
  });

  it("of nobody we know is nobody's matter", async () => {
    const stranger = { ...seen(worker), userId: "@stranger:elsewhere.example" as typeof worker.userId };
    expect(await hub.system((unit) => noticeDevice(unit, stranger))).toBeNull();
  });

  it("is not shown to administrators of other organisations, nor to professionals", async () => {
    await notice(worker);
    expect(await waitingOf(region.stationAdmin, worker)).toEqual([]);
    expect(await waitingOf(region.operator, worker)).toHaveLength(1);
    expect(await refusal(requests(region.careManager))).toBe("forbidden");
  });

  it("is shown to the administrator of the organisation its owner belongs to, not of one that took them on besides", async () => {
    const { stationAdmin } = region;
    const input = { organisationId: stationAdmin.organisationId, staffId: worker.staffId, role: "nurse" as const };
    await hub.as(stationAdmin, (unit) => addMembership(unit, input));
    await notice(worker);
    expect(await waitingOf(stationAdmin, worker)).toEqual([]);
    expect(await refusal(approve(stationAdmin, worker, await codeOf(worker)))).toBe("forbidden");
    expect(await waitingOf(region.officeAdmin, worker)).toHaveLength(1);
  });
});

describe("approving a device", () => {
  it.each([
    ["the 16 digits", (code: string) => code],
    ["the digits in groups", groupDigits],
    ["digits with dashes, as some write them", (code: string) => code.replaceAll(/(.{4})(?=.)/g, "$1-")],
    ["full-width digits and dashes", (code: string) => toFullWidth(code.replaceAll(/(.{4})(?=.)/g, "$1-"))],
    ["the device's key itself", () => KEY],
  ])("goes by %s", async (_, typed) => {
    const messages = await outboxOf(hub, async () => approve(region.officeAdmin, worker, typed(await codeOf(worker))));
    expect(messages).toEqual([
      expect.objectContaining({
        kind: "device.trust",
        payload: { userId: worker.userId, deviceId: DEVICE, fingerprint: KEY },
      }),
    ]);
    expect(await waitingOf(region.officeAdmin, worker)).toEqual([]);
  });

  const toFullWidth = (text: string): string =>
    text.replaceAll(/[0-9-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

  it("refuses a wrong code, leaves the device waiting, and writes the try down", async () => {
    const right = await codeOf(worker);
    const wrong = [
      right.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
      right.slice(1),
      "",
      "0".repeat(16),
    ];
    for (const code of wrong) {
      expect(await refusal(approve(region.officeAdmin, worker, code))).toBe("codeMismatch");
      const denied = { action: "device.approve", outcome: "denied", actor_staff_id: region.officeAdmin.staffId };
      expect((await hub.auditRows()).at(-1)).toMatchObject(denied);
    }
    expect(await waitingOf(region.officeAdmin, worker)).toHaveLength(1);
    expect((await sent(hub, "device.trust")).filter(({ userId }) => userId === worker.userId)).toEqual([]);
  });

  it("refuses the code of another device of the same person", async () => {
    const tablet = matrixDeviceId.parse("TABLET");
    await notice(worker, tablet, `${KEY}y`);
    const other = await codeOf(worker, tablet, `${KEY}y`);
    expect(await refusal(approve(region.officeAdmin, worker, other))).toBe("codeMismatch");
  });

  it("is decided once, by one of several who decide at the same moment", async () => {
    const { id: approvalId } = await notice(worker);
    const code = await codeOf(worker);
    const decisions = [
      hub.as(region.officeAdmin, (unit) => approveDevice(unit, { approvalId, code })),
      hub.as(region.operator, (unit) => rejectDevice(unit, { approvalId })),
      hub.as(region.operator, (unit) => approveDevice(unit, { approvalId, code })),
    ].map(refusal);
    expect((await Promise.all(decisions)).sort()).toEqual(["approvalDecided", "approvalDecided", "none"]);
  });
});

describe("rejecting a device", () => {
  it("signs it out, and it never asks again", async () => {
    const { id: approvalId } = await notice(worker);
    const messages = await outboxOf(hub, () =>
      hub.as(region.officeAdmin, (unit) => rejectDevice(unit, { approvalId })),
    );
    expect(messages).toEqual([
      expect.objectContaining({ kind: "device.signOut", payload: { userId: worker.userId, deviceId: DEVICE } }),
    ]);
    expect(await notice(worker)).toMatchObject({ id: approvalId, state: "rejected" });
    expect(await waitingOf(region.officeAdmin, worker)).toEqual([]);
    expect(await hub.system((unit) => admitDevice(unit, seen(worker)))).toBe(false);
  });
});

describe("a device the keeper trusts", () => {
  const admit = () => hub.system((unit) => admitDevice(unit, seen(worker)));

  it("is admitted once, signed by its owner or approved: then it gets the history", async () => {
    expect(await admit()).toBe(true);
    expect(await admit()).toBe(false);
    expect(await waitingOf(region.officeAdmin, worker)).toEqual([]);
  });

  it("is not admitted while its owner is suspended", async () => {
    await notice(worker);
    await hub.db.sql("update device_approval set state = 'revoked' where staff_id = $1", [worker.staffId]);
    await hub.db.sql("update staff set status = 'suspended' where id = $1", [worker.staffId]);
    expect(await admit()).toBe(false);
    await hub.db.sql("update staff set status = 'active' where id = $1", [worker.staffId]);
    expect(await admit()).toBe(true);
  });
});

describe("the server's operator", () => {
  const [name] = ["operator"];
  const tryCode = (code: string) =>
    hub.system((unit) => approveDeviceAsOperator(unit, { loginName: name ?? "", code }));

  it("approves the device of an administrator who lost every other one, by its code alone", async () => {
    await notice(region.operator);
    expect(await refusal(tryCode("1234567890123456"))).toBe("codeMismatch");
    expect((await hub.auditRows()).at(-1)).toMatchObject({ action: "device.approve", outcome: "denied" });
    expect(await refusal(tryCode(groupDigits(await codeOf(region.operator))))).toBe("none");
    expect((await sent(hub, "device.trust")).at(-1)).toMatchObject({ userId: region.operator.userId });
    expect(await refusal(tryCode(await codeOf(region.operator)))).toBe("codeMismatch");
  });
});

describe("replacing the cross-signing identity", () => {
  const may = (deviceId: MatrixDeviceId = DEVICE) =>
    hub.system((unit) => identityReplacement(unit, { userId: worker.userId, deviceId }));
  const enrol = () =>
    hub.db.sql("insert into staff_identity values ($1, 'MASTER', 'verified', now(), null)", [worker.staffId]);

  it("is open to the first identity, after the initial password was changed", async () => {
    expect(await may()).toBe("allowed");
    await hub.db.sql("update staff set must_change_password = true where id = $1", [worker.staffId]);
    expect(await may()).toBe("refused");
  });

  it("is closed afterwards, but to a device just approved, for the minutes set", async () => {
    await enrol();
    expect(await may()).toBe("refused");
    await approve(region.officeAdmin, worker, KEY);
    expect(await may()).toBe("allowed");
    expect(await may(matrixDeviceId.parse("OTHER"))).toBe("refused");
    hub.clock.advance(hub.settings.identityReplacementMinutes);
    expect(await may()).toBe("refused");
  });

  it("that was refused stands in the log: it may be a stolen password", async () => {
    await enrol();
    await may();
    expect((await hub.auditRows()).at(-1)).toMatchObject({
      action: "device.replaceIdentity",
      outcome: "denied",
      subject_id: worker.staffId,
    });
  });
});
