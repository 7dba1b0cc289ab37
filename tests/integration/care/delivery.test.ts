import { keepResponse, lockKeptResponse } from "@tsunagi/care/idempotency/store";
import {
  claimEvent,
  deleteDoneBefore,
  finishEvents,
  insertEvents,
  parkEvent,
  readBotState,
  unfinishedEvents,
  writeBotState,
} from "@tsunagi/care/inbox/store";
import { newId } from "@tsunagi/care/kernel/ids";
import type { Tx } from "@tsunagi/care/kernel/store";
import { createCare } from "@tsunagi/care/kernel/unit";
import { deleteSentBefore, firstOfLanes, markDead, markSent, postpone, resultOf } from "@tsunagi/care/outbox/store";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHub, type TestHub } from "../../env/careFixture.ts";

let hub: TestHub;

beforeAll(async () => {
  hub = await openTestHub();
});
beforeEach(() => hub.db.sql("delete from outbox_message; delete from inbox_event"));
afterAll(() => hub.close());

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => hub.system((unit) => work(unit.tx));
const send = (lane: string, key: string) =>
  hub.system((unit) => unit.send({ kind: "room.close", lane, key, payload: { room: newId("rom") } }));
const first = (busy: readonly string[] = [], limit = 10) => inTx((tx) => firstOfLanes(tx, busy, limit));
const firstKeys = async (busy: readonly string[] = [], limit = 10) =>
  (await first(busy, limit)).map(({ idempotencyKey }) => idempotencyKey);
const idOf = async (key: string): Promise<bigint> => {
  const [row] = await hub.db.sql<{ id: string }>("select id from outbox_message where idempotency_key = $1", [key]);
  return BigInt(row?.id ?? 0);
};

describe("the outbox", () => {
  it("takes a key once, also from several at the same moment", async () => {
    await Promise.all([send("a", "k1"), send("a", "k1"), send("b", "k1")]);
    expect(await hub.outbox()).toHaveLength(1);
    await inTx(async (tx) => markSent(tx, await idOf("k1"), "$event"));
    await send("a", "k1");
    expect(await firstKeys()).toEqual([]);
    expect(await inTx((tx) => resultOf(tx, "k1"))).toBe("$event");
    expect(await inTx((tx) => resultOf(tx, "k2"))).toBeNull();
  });

  it("keeps no message of an act that is rolled back, and wakes nobody for it", async () => {
    let woken = 0;
    const { database, vault, settings } = hub;
    const care = createCare({ database, vault, settings, onOutbox: () => (woken += 1) });
    const payload = { room: newId("rom") };
    const act = (fails: boolean) =>
      care.asSystem(
        "test",
        async (unit) => {
          await unit.send({ kind: "room.close", lane: "a", key: `k-${fails}`, payload });
          if (fails) throw new Error("the power went");
        },
        { audited: false },
      );
    await expect(act(true)).rejects.toThrow("the power went");
    expect([await firstKeys(), woken]).toEqual([[], 0]);
    await act(false);
    expect([await firstKeys(), woken]).toEqual([["k-false"], 1]);
  });

  it("gives the first message of each lane, and the next one when that has gone", async () => {
    for (const key of ["a1", "a2", "b1", "a3"]) await send(`lane-${key[0]}`, key);
    expect(await firstKeys()).toEqual(["a1", "b1"]);
    await inTx(async (tx) => markSent(tx, await idOf("a1"), null));
    expect((await firstKeys()).sort()).toEqual(["a2", "b1"]);
  });

  it("passes over lanes that are busy", async () => {
    for (const key of ["a1", "b1", "c1"]) await send(`lane-${key[0]}`, key);
    expect(await firstKeys(["lane-a", "lane-c"])).toEqual(["b1"]);
  });

  it("lets a lane stand still whose first message was postponed", async () => {
    for (const key of ["a1", "a2", "b1"]) await send(`lane-${key[0]}`, key);
    await inTx(async (tx) => postpone(tx, await idOf("a1"), "no answer", 3_600_000));
    const messages = await first();
    expect(messages.map(({ idempotencyKey }) => idempotencyKey)).toEqual(["b1", "a1"]);
    const [b1, a1] = messages;
    expect(a1?.attempts).toBe(1);
    expect((a1?.availableAt.getTime() ?? 0) - (b1?.availableAt.getTime() ?? 0)).toBeGreaterThan(3_500_000);
  });

  it("never lets lanes that stand still fill the limit while another could go", async () => {
    for (let n = 0; n < 30; n += 1) await send(`lane-${n}`, `stuck-${n}`);
    await hub.db.sql("update outbox_message set available_at = now() + interval '1 hour'");
    await send("room:zzz", "urgent");
    expect((await firstKeys([], 5))[0]).toBe("urgent");
  });

  it("takes a message that was given up out of its lane's way", async () => {
    for (const key of ["a1", "a2"]) await send("lane-a", key);
    await inTx(async (tx) => markDead(tx, await idOf("a1"), "gone"));
    expect(await firstKeys()).toEqual(["a2"]);
  });

  it("empties what a message said once it has gone, and forgets it later", async () => {
    await send("lane-a", "a1");
    await inTx(async (tx) => markSent(tx, await idOf("a1"), null));
    const rows = await hub.db.sql("select length(sealed) as bytes, state from outbox_message");
    expect(rows).toEqual([{ bytes: 0, state: "sent" }]);
    const [now] = await hub.db.sql<{ now: Date }>("select now() + interval '1 minute' as now");
    expect(await inTx((tx) => deleteSentBefore(tx, now?.now ?? new Date()))).toBe(1);
  });
});

describe("the inbox", () => {
  const event = (eventId: string) => ({ eventId, matrixRoomId: "!r:hub.example", body: "{}" });
  const insert = (...ids: string[]) => inTx((tx) => insertEvents(tx, ids.map(event)));
  const pending = async () => (await inTx((tx) => unfinishedEvents(tx, "pending"))).map(({ eventId }) => eventId);

  it("keeps an event once and tells which ones are new, in the order they came", async () => {
    expect([...(await insert("$1", "$2"))]).toEqual(["$1", "$2"]);
    expect([...(await insert("$2", "$3", "$3"))]).toEqual(["$3"]);
    expect([...(await insert())]).toEqual([]);
    expect(await pending()).toEqual(["$1", "$2", "$3"]);
  });

  it("lets one of several who handle an event at the same moment have it", async () => {
    await insert("$1");
    const claims = Array.from({ length: 6 }, () => inTx((tx) => claimEvent(tx, "$1")));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect(await pending()).toEqual([]);
  });

  it("gives an event back whose handling failed: it is handled exactly once in the end", async () => {
    await insert("$1");
    const broken = inTx(async (tx) => {
      await claimEvent(tx, "$1");
      throw new Error("the power went");
    });
    await expect(broken).rejects.toThrow("the power went");
    expect(await pending()).toEqual(["$1"]);
    expect(await inTx((tx) => claimEvent(tx, "$1"))).toBe(true);
    expect(await inTx((tx) => claimEvent(tx, "$1"))).toBe(false);
    expect(await insert("$1")).toEqual(new Set());
  });

  it("sets an event aside whose key has not come, and never one that is done", async () => {
    await insert("$1", "$2");
    await inTx((tx) => claimEvent(tx, "$2"));
    for (const id of ["$1", "$2", "$1"]) await inTx((tx) => parkEvent(tx, id, "session"));
    expect((await inTx((tx) => unfinishedEvents(tx, "parked"))).map(({ eventId }) => eventId)).toEqual(["$1"]);
    const [row] = await hub.db.sql("select attempts, session_id from inbox_event where event_id = '$1'");
    expect(row).toEqual({ attempts: 2, session_id: "session" });
    expect(await inTx((tx) => claimEvent(tx, "$1"))).toBe(true);
  });

  it("knows nothing of an event that never came", async () => {
    expect(await inTx((tx) => claimEvent(tx, "$unknown"))).toBe(false);
  });

  it("forgets events some time after they were done, no other", async () => {
    await insert("$1", "$2");
    await inTx((tx) => finishEvents(tx, ["$1"]));
    const [later] = await hub.db.sql<{ at: Date }>("select now() + interval '1 minute' as at");
    expect(await inTx((tx) => deleteDoneBefore(tx, later?.at ?? new Date()))).toBe(1);
    expect(await pending()).toEqual(["$2"]);
  });
});

describe("small facts of a bot", () => {
  it("are kept by name, the latest value only", async () => {
    const read = () => inTx((tx) => readBotState(tx, "@bot:hub.example", "since"));
    expect(await read()).toBeUndefined();
    for (const value of ["s1", "s2"]) await inTx((tx) => writeBotState(tx, "@bot:hub.example", "since", value));
    expect(await read()).toBe("s2");
  });
});

describe("an answer kept for a repeated request", () => {
  it("is given to the second of two that come at the same moment: the act is done once", async () => {
    const bytes = Uint8Array.from([1]);
    let done = 0;
    const request = () =>
      inTx(async (tx) => {
        if (await lockKeptResponse(tx, "stf_a", "key")) return "kept";
        done += 1;
        await keepResponse(tx, { staffId: "stf_a", key: "key", requestHash: bytes, status: 200, sealed: bytes });
        return "done";
      });
    expect((await Promise.all([request(), request(), request()])).sort()).toEqual(["done", "kept", "kept"]);
    expect(done).toBe(1);
    expect(await inTx((tx) => lockKeptResponse(tx, "stf_b", "key"))).toBeNull();
  });
});
