import { describe, expect, it } from "vitest";
import { pinnedMessages, withoutPin, withPin } from "./pins.ts";
import { event } from "./testEvents.ts";

describe("important messages", () => {
  it("stand with the last pinned first, without those taken back", () => {
    const [old, gone, late] = [event(), event({ redactedBy: "@nurse" }), event()];
    const known = new Map([old, gone, late].map((one) => [one.eventId, one]));
    const ids = [old.eventId, gone.eventId, late.eventId, "$unknown"];
    expect(pinnedMessages(ids, known).map(({ eventId }) => eventId)).toEqual(["$unknown", late.eventId, old.eventId]);
  });

  it("are pinned once and taken off without touching the others", () => {
    expect(withPin(["$a"], "$a")).toEqual(["$a"]);
    expect(withoutPin(withPin(["$a"], "$b"), "$a")).toEqual(["$b"]);
  });
});
