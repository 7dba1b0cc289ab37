import { describe, expect, it, vi } from "vitest";
import type { RoomTimelineSnapshot, TimelineEvent } from "../matrix/models.ts";
import { confirmationContent } from "./confirmations.ts";
import { event, message } from "./testEvents.ts";
import { TimelineModel } from "./timeline.model.ts";

const ME = "@caremane:localhost";
const NURSE = "@nurse:localhost";
const KEEPER = "@_tsunagi:localhost";

/** A room with older events on a server, a page at a time. */
class FakeTimeline {
  snapshot: RoomTimelineSnapshot;
  readonly older: TimelineEvent[][];
  readonly read: string[] = [];
  failing = false;
  readonly #listeners = new Set<() => void>();

  constructor(events: readonly TimelineEvent[], older: TimelineEvent[][] = [], readUpTo: string | null = null) {
    const members = [ME, NURSE, KEEPER];
    this.older = older;
    this.snapshot = {
      events,
      hasOlder: older.length > 0,
      readUpTo,
      receipts: [],
      members,
      codes: {},
      pinned: [],
      mayPin: true,
    };
  }

  getSnapshot = () => this.snapshot;
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  set(change: Partial<RoomTimelineSnapshot>) {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
  loadOlder = async () => {
    if (this.failing) throw new Error("no line");
    const page = this.older.pop() ?? [];
    this.set({ events: [...page, ...this.snapshot.events], hasOlder: this.older.length > 0 });
  };
  find = async (eventId: string) => (eventId === "$far" ? event({ eventId: "$far" }) : null);
  versionsOf = async () => [];
  markRead = async (eventId: string) => {
    this.read.push(eventId);
  };
}

const many = (count: number) => Array.from({ length: count }, () => event());
const settle = () => vi.waitFor(() => Promise.resolve());

function open(timeline: FakeTimeline) {
  const sender = {
    send: vi.fn(),
    resend: vi.fn(),
    cancel: vi.fn(),
    redact: vi.fn(async () => undefined),
    react: vi.fn(),
    pin: vi.fn(async () => undefined),
  };
  const model = new TimelineModel({
    roomId: "!room",
    timeline,
    sender,
    me: ME,
    keeperUserId: KEEPER,
    askForKeys: vi.fn(async () => undefined),
  });
  model.start();
  return { model, sender };
}

const ready = (model: TimelineModel) => vi.waitFor(() => expect(model.getSnapshot().phase).toBe("ready"));
const kinds = (model: TimelineModel) => model.getSnapshot().rows.map(({ kind }) => kind);

describe("opening a room", () => {
  it("goes back until the first unread message is there, and marks it", async () => {
    const [read] = [event()] as const;
    const timeline = new FakeTimeline(many(20), [[read, ...many(4)], many(5)], read.eventId);
    const { model } = open(timeline);
    expect(model.getSnapshot().phase).toBe("opening");
    await ready(model);
    expect(timeline.snapshot.events).toHaveLength(30);
    expect(kinds(model).filter((kind) => kind === "new")).toHaveLength(1);
  });

  it("shows at once what is loaded when all is read", async () => {
    const events = many(20);
    const { model } = open(new FakeTimeline(events, [many(5)], events.at(-1)?.eventId ?? null));
    await ready(model);
    expect(kinds(model)).not.toContain("new");
    expect(model.getSnapshot().hasOlder).toBe(true);
  });

  it("opens without a line, and says that older messages did not come", async () => {
    const timeline = new FakeTimeline(many(2), [many(5)]);
    timeline.failing = true;
    const { model } = open(timeline);
    await ready(model);
    expect(model.getSnapshot().older).toBe("failed");
  });

  it("does not mark what comes while one looks on, but what came while one looked away", async () => {
    const timeline = new FakeTimeline(many(20));
    const { model } = open(timeline);
    await ready(model);
    timeline.set({ events: [...timeline.snapshot.events, event()] });
    expect(kinds(model)).not.toContain("new");
    model.lookAway();
    timeline.set({ events: [...timeline.snapshot.events, event()] });
    expect(kinds(model).slice(-2)).toEqual(["new", "message"]);
  });
});

describe("a long conversation", () => {
  it("asks the server for more on the way up", async () => {
    const timeline = new FakeTimeline(many(100), [many(10)]);
    const { model } = open(timeline);
    await ready(model);
    expect(model.getSnapshot().rows).toHaveLength(101);
    await model.loadOlder();
    expect(timeline.snapshot.events).toHaveLength(110);
    expect(model.getSnapshot()).toMatchObject({ hasOlder: false, older: "idle" });
  });

  it("jumps to a quoted message far above", async () => {
    const [wanted] = [event()] as const;
    const { model } = open(new FakeTimeline(many(60), [[wanted, ...many(9)], many(10)]));
    await ready(model);
    expect(await model.jumpTo(wanted.eventId)).toBe(true);
    expect(model.getSnapshot().jump).toMatchObject({ eventId: wanted.eventId, state: "found" });
    expect(model.getSnapshot().rows.some((row) => row.kind === "message" && row.event === wanted)).toBe(true);
    expect(await model.jumpTo("$nowhere")).toBe(false);
  });
});

describe("reading", () => {
  it("tells the server once for a screen, with the silent events behind it, and never back", async () => {
    vi.useFakeTimers();
    const [first, second] = [event(), event()] as const;
    const ack = message(confirmationContent(first.eventId), { sender: NURSE });
    const timeline = new FakeTimeline([first, second, ack]);
    const { model } = open(timeline);
    await vi.runAllTimersAsync();
    model.seen(first.key);
    model.seen(second.key);
    await vi.runAllTimersAsync();
    model.seen(first.key);
    await vi.runAllTimersAsync();
    expect(timeline.read).toEqual([ack.eventId]);
    vi.useRealTimers();
  });

  it("counts readers of one's own messages without the keeper", async () => {
    const [own] = [event({ sender: ME })] as const;
    const timeline = new FakeTimeline([own]);
    const { model } = open(timeline);
    await ready(model);
    expect(model.getSnapshot().readings.count(own.eventId)).toBe(0);
    timeline.set({
      receipts: [
        { userId: NURSE, eventId: own.eventId, at: 5 },
        { userId: KEEPER, eventId: own.eventId, at: 5 },
      ],
    });
    expect(model.getSnapshot().readings.count(own.eventId)).toBe(1);
    expect(model.readingOf(own.eventId)).toEqual({ read: [{ userId: NURSE, at: 5 }], unread: [] });
  });
});

describe("answers and confirmations", () => {
  it("quotes a message that is loaded, and fetches one that is not", async () => {
    const [near] = [event()] as const;
    const timeline = new FakeTimeline([near, event({ replyTo: near.eventId }), event({ replyTo: "$far" })]);
    const { model } = open(timeline);
    await ready(model);
    expect(model.getSnapshot().quotes.get(near.eventId)).toBe(near);
    await vi.waitFor(() => expect(model.getSnapshot().quotes.get("$far")?.eventId).toBe("$far"));
  });

  it("confirms with a message that any client can read", async () => {
    const { model, sender } = open(new FakeTimeline(many(1)));
    await settle();
    model.acts.confirm("$1");
    expect(sender.send).toHaveBeenCalledWith("!room", confirmationContent("$1"));
  });
});
