import { describe, expect, it } from "vitest";
import { nextReminderAt, REMINDER_PAUSE_MINUTES, reminderContent } from "./reminders.ts";
import { message } from "./testEvents.ts";

const people = [
  { userId: "@nurse", name: "青葉 さき" },
  { userId: "@helper", name: "若草 みのり" },
];

describe("reminding those who have not confirmed", () => {
  it("names them in words any client shows, and calls nobody else", () => {
    const content = reminderContent("$asked", people);
    expect(content["body"]).toContain("青葉 さきさん、若草 みのりさん");
    expect(content).toMatchObject({
      "m.mentions": { user_ids: ["@nurse", "@helper"] },
      "m.relates_to": { "m.in_reply_to": { event_id: "$asked" } },
    });
  });

  it("waits before the next one, whichever device sent the last", () => {
    const sent = message(reminderContent("$asked", people));
    const pause = REMINDER_PAUSE_MINUTES * 60_000;
    expect(nextReminderAt([sent], "$asked", sent.sentAt + 1)).toBe(sent.sentAt + pause);
    expect(nextReminderAt([sent], "$asked", sent.sentAt + pause)).toBeNull();
    expect(nextReminderAt([sent], "$other", sent.sentAt)).toBeNull();
  });
});
