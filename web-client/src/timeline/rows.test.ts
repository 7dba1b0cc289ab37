import { describe, expect, it } from "vitest";
import { toRows } from "./rows.ts";
import { event } from "./testEvents.ts";

const ME = "@caremane:localhost";
const NURSE = "@nurse:localhost";
const base = { me: ME, keeperUserId: "@_tsunagi:localhost", newAfter: null };
const at = (time: string) => Date.parse(`2026-11-${time}+09:00`);
const kinds = (rows: ReturnType<typeof toRows>) => rows.map((row) => row.kind);
const heads = (rows: ReturnType<typeof toRows>) => rows.flatMap((row) => (row.kind === "message" ? [row.head] : []));

describe("toRows", () => {
  it("puts a day line where a new day begins in Japan", () => {
    const events = [
      event({ sentAt: at("21T23:59:00") }),
      event({ sentAt: at("22T00:01:00") }),
      event({ sentAt: at("22T00:02:00") }),
    ];
    expect(kinds(toRows({ ...base, events }))).toEqual(["day", "message", "day", "message", "message"]);
  });

  it("groups one sender's messages within five minutes", () => {
    const events = [
      event({ sentAt: at("22T10:00:00") }),
      event({ sentAt: at("22T10:04:00") }),
      event({ sentAt: at("22T10:10:00") }),
      event({ sentAt: at("22T10:11:00"), sender: ME }),
    ];
    expect(heads(toRows({ ...base, events }))).toEqual([true, false, true, true]);
  });

  it("begins a group anew after somebody came in, and for an answer", () => {
    const joined = { type: "m.room.member", stateKey: ME, content: { membership: "join" }, sender: ME };
    const events = [
      event({ sentAt: at("22T10:00:00") }),
      event({ ...joined, sentAt: at("22T10:01:00") }),
      event({ sentAt: at("22T10:02:00") }),
      event({ sentAt: at("22T10:03:00"), replyTo: "$1" }),
    ];
    const rows = toRows({ ...base, events });
    expect(kinds(rows)).toEqual(["day", "message", "change", "message", "message"]);
    expect(heads(rows)).toEqual([true, true, true]);
  });

  it("puts people who come in one after the other in one line", () => {
    const join = (userId: string) =>
      event({ type: "m.room.member", stateKey: userId, sender: userId, content: { membership: "join" } });
    const rows = toRows({ ...base, events: [join("@a"), join("@b"), event(), join("@c")] });
    expect(kinds(rows)).toEqual(["day", "change", "message", "change"]);
    expect(rows[1]).toMatchObject({ tiles: [{ userId: "@a" }, { userId: "@b" }] });
  });

  it("puts the new line before the first message of somebody else that is not read", () => {
    const [read, own, first, second] = [event(), event({ sender: ME }), event({ sender: NURSE }), event()];
    const events = [read, own, first, second].filter((e) => e !== undefined);
    const rows = toRows({ ...base, events, newAfter: read?.eventId ?? null });
    expect(kinds(rows)).toEqual(["day", "message", "message", "new", "message", "message"]);
  });

  it("shows no new line when all is read or nothing is known", () => {
    const events = [event(), event()];
    expect(kinds(toRows({ ...base, events, newAfter: events[1]?.eventId ?? null }))).not.toContain("new");
    expect(kinds(toRows({ ...base, events }))).not.toContain("new");
  });

  it("counts from a confirmation that is not drawn itself", () => {
    const ack = event({ content: { msgtype: "m.notice", body: "確認しました", "jp.tsunagi.ack": { event_id: "$0" } } });
    const rows = toRows({ ...base, events: [event(), ack, event()], newAfter: ack.eventId });
    expect(kinds(rows)).toEqual(["day", "message", "new", "message"]);
  });
});
