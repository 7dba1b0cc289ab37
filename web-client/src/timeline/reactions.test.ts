import { describe, expect, it } from "vitest";
import { gatherReactions } from "./reactions.ts";
import { event } from "./testEvents.ts";

const ME = "@caremane:localhost";
const reaction = (key: string, sender: string, about = "$asked", redactedBy: string | null = null) =>
  event({
    type: "m.reaction",
    sender,
    redactedBy,
    content: { "m.relates_to": { rel_type: "m.annotation", event_id: about, key } },
    relation: { type: "m.annotation", eventId: about },
  });

describe("gatherReactions", () => {
  it("counts each person once, and knows one's own", () => {
    const own = reaction("了解", ME);
    const events = [reaction("了解", "@nurse"), reaction("了解", "@nurse"), own, reaction("👍", "@doctor")];
    const [understood, thumb] = gatherReactions(events, ME).get("$asked") ?? [];
    expect(understood?.people.map(({ userId }) => userId)).toEqual(["@nurse", ME]);
    expect([understood?.own, thumb?.own]).toEqual([own, null]);
  });

  it("forgets one that was taken back, and cuts what another client may have sent", () => {
    const events = [reaction("了解", "@nurse", "$asked", "@nurse"), reaction("長".repeat(500), "@doctor")];
    const [only] = gatherReactions(events, ME).get("$asked") ?? [];
    expect(only?.key).toHaveLength(20);
    expect(gatherReactions(events, ME).get("$asked")).toHaveLength(1);
  });
});
