import { describe, expect, it, vi } from "vitest";
import type { FeedBatch } from "../matrix/messageFeed.ts";
import type { RoomEntry } from "../matrix/models.ts";
import { message } from "../timeline/testEvents.ts";
import { Finding } from "./finding.ts";
import type { HistoryPort } from "./olderSearch.ts";
import { SearchModel } from "./search.model.ts";

const text = (body: string, roomId = "!a") => message({ msgtype: "m.text", body }, { roomId });
const list = { getSnapshot: () => [{ roomId: "!a" }, { roomId: "!b" }] as unknown as readonly RoomEntry[] };

/** A past of so many pages a room, each with one message. */
class Past implements HistoryPort {
  readonly left: Map<string, number>;
  told: (batch: FeedBatch) => void = () => undefined;
  fails = false;
  constructor(pages: Readonly<Record<string, number>>) {
    this.left = new Map(Object.entries(pages));
  }
  hasOlder = (roomId: string) => (this.left.get(roomId) ?? 0) > 0;
  loadedSince = (roomId: string) => 1_000 * (this.left.get(roomId) ?? 0);
  loadOlder = async (roomId: string) => {
    if (this.fails) throw new Error("no line");
    const left = (this.left.get(roomId) ?? 0) - 1;
    this.left.set(roomId, left);
    this.told({ events: [text(`前の連絡 ${roomId} ${left}`, roomId)], redacted: [] });
    return 1;
  };
}

function open(past: Past) {
  let told: (batch: FeedBatch) => void = () => undefined;
  const finding = new Finding({
    feed: (listener) => {
      told = listener;
      past.told = listener;
      return { start: () => () => undefined, flush: () => undefined };
    },
    history: past,
    keeperUserId: "@_tsunagi:localhost",
  });
  const model = new SearchModel({ finding, list });
  model.start();
  const found = () => model.getSnapshot().answer?.hits.map((hit) => hit.text);
  return { model, found, tell: (...events: FeedBatch["events"]) => told({ events, redacted: [] }) };
}

describe("searching", () => {
  it("finds what has been read, and what comes while one looks on", async () => {
    const { model, found, tell } = open(new Past({}));
    tell(text("血圧 128"), text("体温 36.5"));
    model.type("血圧");
    await vi.waitFor(() => expect(found()).toEqual(["血圧 128"]));
    tell(text("血圧 140"));
    await vi.waitFor(() => expect(found()).toEqual(["血圧 140", "血圧 128"]));
    model.dispose();
  });

  it("goes back a little in every conversation, tells how far it is, and finds what came", async () => {
    const past = new Past({ "!a": 1, "!b": 5 });
    const { model, found } = open(past);
    model.type("前の連絡");
    await vi.waitFor(() => expect(model.getSnapshot().hasOlder).toBe(true));
    await model.loadOlder();
    expect(model.getSnapshot().older).toEqual({ state: "done", rooms: 2, roomsDone: 2, loaded: 3 });
    await vi.waitFor(() => expect(found()).toHaveLength(3));
    expect(past.left.get("!b")).toBe(3);
    model.dispose();
  });

  it("goes further back in one conversation, but not before the day that is asked for", async () => {
    const past = new Past({ "!a": 30, "!b": 30 });
    const { model } = open(past);
    model.within("!b", "messages");
    await model.loadOlder();
    expect(past.left.get("!a")).toBe(30);
    expect(past.left.get("!b")).toBe(20);
    model.filter({ since: "2026-11-20" });
    await model.loadOlder();
    expect(past.left.get("!b")).toBe(20);
    model.dispose();
  });

  it("stops when it is told to, and says so when there is no line", async () => {
    const past = new Past({ "!a": 30 });
    const { model } = open(past);
    model.within("!a", "messages");
    const loading = model.loadOlder();
    model.cancelOlder();
    await loading;
    expect(model.getSnapshot().older).toMatchObject({ state: "cancelled", loaded: 1 });
    past.fails = true;
    await model.loadOlder();
    expect(model.getSnapshot().older.state).toBe("failed");
    model.dispose();
  });
});
