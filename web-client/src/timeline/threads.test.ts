import { describe, expect, it } from "vitest";
import { toRows } from "./rows.ts";
import { event } from "./testEvents.ts";
import { gatherThreads, threadContent } from "./threads.ts";

const base = { me: "@caremane:localhost", keeperUserId: "@_tsunagi:localhost", newAfter: null };
const answer = (root: string) => event({ relation: { type: "m.thread", eventId: root } });

describe("threads", () => {
  it("are gathered by the message they began with", () => {
    const root = event();
    const [first, second] = [answer(root.eventId), answer(root.eventId)];
    expect(gatherThreads([root, first, second]).get(root.eventId)).toEqual([first, second]);
  });

  it("stand in the conversation as one line where somebody answered, so that nothing is missed", () => {
    const root = event();
    const answers = [answer(root.eventId), answer(root.eventId)];
    const rows = toRows({ ...base, events: [root, ...answers, event()] });
    expect(rows.map(({ kind }) => kind)).toEqual(["day", "message", "thread", "message"]);
    expect(rows[2]).toMatchObject({ key: answers[0]?.key, root: root.eventId, replies: answers });
  });

  it("whose beginning is not loaded are shown as messages", () => {
    expect(toRows({ ...base, events: [answer("$far")] }).map(({ kind }) => kind)).toEqual(["day", "message"]);
  });

  it("are answered so that clients without threads see an answer too", () => {
    expect(threadContent("$root", "$last", "はい")["m.relates_to"]).toEqual({
      rel_type: "m.thread",
      event_id: "$root",
      is_falling_back: true,
      "m.in_reply_to": { event_id: "$last" },
    });
  });
});
