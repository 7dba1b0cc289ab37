import { type Handler, Inbox, type Outcome } from "@tsunagi/appservice/inbox/inbox";
import { createLog } from "@tsunagi/appservice/log/log";
import { HomeserverUnreachable } from "@tsunagi/appservice/matrix/errors";
import type { MatrixEvent } from "@tsunagi/appservice/matrix/events";
import { createMetrics } from "@tsunagi/appservice/metrics/metrics";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHub, type TestHub } from "../../env/careFixture.ts";

let hub: TestHub;

beforeAll(async () => {
  hub = await openTestHub();
});
beforeEach(() => hub.db.sql("delete from inbox_event"));
afterAll(() => hub.close());

const event: MatrixEvent = {
  event_id: "$one",
  room_id: "!room:localhost",
  sender: "@nurse:localhost",
  type: "m.room.encrypted",
  origin_server_ts: 1,
  content: {},
};

async function started(handle: Handler): Promise<Inbox> {
  const { care } = hub;
  const own = { isOwn: () => false, concurrency: 2, retryMs: 1, handle };
  const inbox = new Inbox({ care, log: createLog("silent"), metrics: createMetrics(), ...own });
  await inbox.start();
  return inbox;
}

const states = async () =>
  (await hub.db.sql<{ state: string }>("select state from inbox_event")).map((row) => row.state);

describe("an event whose key has not come", () => {
  it("is tried again when the key comes while it is being looked for", async () => {
    const outcomes: Outcome[] = [{ parked: "session" }, "ignored"];
    const inbox: Inbox = await started(async () => {
      const outcome = outcomes.shift() ?? "ignored";
      if (typeof outcome === "object") inbox.onRoomKeys(["session"]); // too late for this look, too early for the next
      return outcome;
    });
    await inbox.take([event]);
    await inbox.idle();
    expect(outcomes).toEqual([]);
    expect(await states()).toEqual(["done"]);
  });

  it("waits for its own key, not for another", async () => {
    const outcomes: Outcome[] = [{ parked: "session" }, "ignored"];
    const inbox: Inbox = await started(async () => {
      inbox.onRoomKeys(["another"]);
      return outcomes.shift() ?? "ignored";
    });
    await inbox.take([event]);
    await inbox.idle();
    expect(await states()).toEqual(["parked"]);
    inbox.onRoomKeys(["session"]);
    await inbox.idle();
    expect(await states()).toEqual(["done"]);
  });
});

describe("an event that cannot be handled", () => {
  const failing = (times: number, error: Error) => {
    let left = times;
    return async (): Promise<Outcome> => {
      if (left === 0) return "ignored";
      left -= 1;
      throw error;
    };
  };

  it("waits for a homeserver that is away as long as it takes", async () => {
    const inbox = await started(failing(8, new HomeserverUnreachable(new Error("refused"))));
    await inbox.take([event]);
    await inbox.idle();
    expect(await states()).toEqual(["done"]);
  });

  it("is left for the next start when it fails by itself again and again", async () => {
    const inbox = await started(failing(5, new Error("no")));
    await inbox.take([event]);
    await inbox.idle();
    expect(await states()).toEqual(["pending"]);
    const next = await started(async () => "ignored");
    await next.idle();
    expect(await states()).toEqual(["done"]);
  });
});
