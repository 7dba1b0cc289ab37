import { describe, expect, it } from "vitest";
import { Readings } from "./reading.ts";
import { event } from "./testEvents.ts";

const [a, b, c] = [event({ eventId: "$a" }), event({ eventId: "$b" }), event({ eventId: "$c" })];
const events = [a, b, c];
const people = ["@nurse", "@doctor", "@helper"];

describe("Readings", () => {
  it("counts everybody who has read that message or a later one", () => {
    const readings = new Readings(
      events,
      [
        { userId: "@nurse", eventId: "$c", at: 300 },
        { userId: "@doctor", eventId: "$b", at: 200 },
      ],
      people,
    );
    expect([readings.count("$a"), readings.count("$b"), readings.count("$c")]).toEqual([2, 2, 1]);
    expect(readings.of("$c").unread).toEqual(["@doctor", "@helper"]);
  });

  it("says when it was first read, earliest reader first", () => {
    const receipts = [
      { userId: "@nurse", eventId: "$a", at: 100 },
      { userId: "@doctor", eventId: "$c", at: 90 },
      { userId: "@nurse", eventId: "$c", at: 300 },
    ];
    const readings = new Readings(events, receipts, people);
    expect(readings.of("$a").read).toEqual([
      { userId: "@doctor", at: 90 },
      { userId: "@nurse", at: 100 },
    ]);
    expect(readings.of("$b").read).toEqual([
      { userId: "@doctor", at: 90 },
      { userId: "@nurse", at: 300 },
    ]);
  });

  it("takes no notice of receipts on what is not loaded and of people outside", () => {
    const receipts = [
      { userId: "@nurse", eventId: "$older", at: 100 },
      { userId: "@_bot", eventId: "$c", at: 100 },
    ];
    expect(new Readings(events, receipts, people).of("$a")).toEqual({ read: [], unread: people });
  });

  it("knows nothing of a message that has no id yet", () => {
    expect(new Readings(events, [], people).of("~local")).toEqual({ read: [], unread: [] });
  });
});
