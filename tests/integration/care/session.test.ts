import { closeSession, findSession, openSession } from "@tsunagi/care/session/session";
import { deleteExpired } from "@tsunagi/care/session/store";
import { matrixDeviceId, matrixUserId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOperator, openTestHub, refusal, type TestHub, type Worker } from "../../env/careFixture.ts";

let hub: TestHub;
let operator: Worker;

beforeAll(async () => {
  hub = await openTestHub({ settings: { sessionMinutes: 60 } });
  operator = await createOperator(hub);
});
afterAll(() => hub.close());

const DEVICE = matrixDeviceId.parse("PHONE");
const open = () => hub.system((unit) => openSession(unit, { userId: operator.userId, deviceId: DEVICE }));
const find = (token: string) => hub.system((unit) => findSession(unit, token));

describe("a session", () => {
  it("is found by its token, of which only a hash is kept", async () => {
    const { token, session } = await open();
    expect(await find(token)).toMatchObject({
      staffId: operator.staffId,
      deviceId: DEVICE,
      csrfToken: session.csrfToken,
    });
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await hub.db.sql(
      "select encode(token_hash, 'base64') || device_id || csrf_token as text from session",
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await hub.auditRows()).at(-1)).toMatchObject({ action: "session.open", subject_id: operator.staffId });
  });

  it("is not found by any other token", async () => {
    const { token } = await open();
    for (const other of ["", token.slice(1), `${token}x`, token.toUpperCase()]) expect(await find(other)).toBeNull();
  });

  it("runs out when it is not used", async () => {
    const { token } = await open();
    hub.clock.advance(61);
    expect(await find(token)).toBeNull();
  });

  it("is renewed while it is used, from the first quarter of its time on", async () => {
    const { token, session } = await open();
    hub.clock.advance(10);
    expect(await find(token)).toMatchObject({ expiresAt: session.expiresAt });
    hub.clock.advance(10);
    const renewed = await find(token);
    expect(renewed?.expiresAt.getTime()).toBeGreaterThan(session.expiresAt.getTime());
    hub.clock.advance(59);
    expect(await find(token)).not.toBeNull();
    hub.clock.advance(61);
    expect(await find(token)).toBeNull();
  });

  it("ends at once when it is closed, and no other with it", async () => {
    const one = await open();
    const two = await open();
    await hub.system((unit) => closeSession(unit, { token: one.token, staffId: operator.staffId }));
    expect(await find(one.token)).toBeNull();
    expect(await find(two.token)).not.toBeNull();
  });

  it("is swept away some time after it ran out", async () => {
    const { token } = await open();
    hub.clock.advance(61);
    const fresh = await open();
    expect(await hub.system((unit) => deleteExpired(unit.tx, unit.now))).toBeGreaterThan(0);
    expect(await hub.db.sql("select 1 from session")).toHaveLength(1);
    expect(await find(token)).toBeNull();
    expect(await find(fresh.token)).not.toBeNull();
  });

  it("is opened for staff only", async () => {
    const userId = matrixUserId.parse("@stranger:hub.example");
    const opened = hub.system((unit) => openSession(unit, { userId, deviceId: DEVICE }));
    expect(await refusal(opened)).toBe("signInRefused");
  });
});
