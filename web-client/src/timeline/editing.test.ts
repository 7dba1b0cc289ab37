import { ACK_REQUEST_KEY, URGENCY_KEY, URGENT_MARK } from "@tsunagi/contracts/events";
import { describe, expect, it } from "vitest";
import { Editing, editContent } from "./editing.ts";
import { event, message } from "./testEvents.ts";

describe("editing a message", () => {
  it("replaces the words and keeps what the message asks, which the edit itself does not ask again", () => {
    const asked = message({ msgtype: "m.text", body: "10時に訪問", [ACK_REQUEST_KEY]: true });
    const content = editContent(asked, "11時に訪問");
    expect(content).toMatchObject({
      body: "* 11時に訪問",
      "m.new_content": { msgtype: "m.text", body: "11時に訪問", [ACK_REQUEST_KEY]: true },
      "m.relates_to": { rel_type: "m.replace", event_id: asked.eventId },
    });
    expect(content).not.toHaveProperty([ACK_REQUEST_KEY]);
  });

  it("shows an urgent message without its mark and puts the mark back", () => {
    const editing = new Editing();
    editing.begin(message({ msgtype: "m.text", body: `${URGENT_MARK}転倒`, [URGENCY_KEY]: "urgent" }));
    expect(editing.getSnapshot()?.text).toBe("転倒");
    editing.type("転倒しました");
    expect(editing.finish()).toMatchObject({ "m.new_content": { body: `${URGENT_MARK}転倒しました` } });
  });

  it("sends nothing when nothing was changed, or everything was deleted", () => {
    const editing = new Editing();
    editing.begin(event());
    expect(editing.finish()).toBeNull();
    editing.begin(event());
    editing.type("  ");
    expect(editing.finish()).toBeNull();
    expect(editing.getSnapshot()).toBeNull();
  });

  it("is for one's words only, not for a picture", () => {
    expect(new Editing().begin(message({ msgtype: "m.image", body: "a.jpg" }))).toBe(false);
  });
});
