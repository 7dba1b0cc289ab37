import { describe, expect, it } from "vitest";
import { attentionIn, needOf, rankOf } from "./need.ts";

const quiet = { ackWanted: [], mentioned: false, urgent: false, unread: 0, markedUnread: false, muted: false };

describe("what a conversation wants", () => {
  it("is the most pressing thing in it", () => {
    const all = { ...quiet, ackWanted: ["$1"], mentioned: true, urgent: true, unread: 3 };
    expect(needOf(all)).toBe("ack");
    expect(needOf({ ...all, ackWanted: [] })).toBe("mention");
    expect(needOf({ ...all, ackWanted: [], mentioned: false })).toBe("urgent");
    expect(needOf({ ...quiet, unread: 1 })).toBe("unread");
    expect(needOf({ ...quiet, markedUnread: true })).toBe("unread");
    expect(needOf(quiet)).toBeNull();
    expect(rankOf("ack")).toBeLessThan(rankOf("urgent"));
    expect(rankOf("unread")).toBeLessThan(rankOf(null));
  });

  it("in a muted room is what is asked of oneself, not what is merely new", () => {
    expect(needOf({ ...quiet, muted: true, unread: 9, markedUnread: true })).toBeNull();
    expect(needOf({ ...quiet, muted: true, unread: 9, ackWanted: ["$1"] })).toBe("ack");
  });
});

it("badges count messages, open requests and rooms to look at again, muted rooms left out", () => {
  const rooms = [
    { ...quiet, unread: 3, ackWanted: ["$1"] },
    { ...quiet, ackWanted: ["$2", "$3"] },
    { ...quiet, markedUnread: true },
    { ...quiet, unread: 40, muted: true },
  ];
  expect(attentionIn(rooms)).toBe(6);
});
