import { describe, expect, it } from "vitest";
import { confirmationContent } from "../timeline/confirmations.ts";
import { event, message } from "../timeline/testEvents.ts";
import { countUnread, isMessage, unreadAfter } from "./messages.ts";

const ME = "@me:localhost";

describe("unread counts", () => {
  it("count messages of others after the last one read", () => {
    const [read, own, first, second] = [event(), event({ sender: ME }), event(), event()] as const;
    expect(unreadAfter([read, own, first, second], read.eventId, ME)).toBe(2);
    expect(unreadAfter([read, own, first, second], second.eventId, ME)).toBe(0);
  });

  it("say so when the last one read is not loaded", () => {
    expect(unreadAfter([event()], "$older", ME)).toBeNull();
  });

  it("leave out confirmations, edits, taken-back messages and changes of the room", () => {
    const silent = [
      message(confirmationContent("$1")),
      event({ relation: { type: "m.replace", eventId: "$1" } }),
      event({ redactedBy: "@nurse:localhost" }),
      event({ type: "m.room.member", stateKey: "@a:localhost" }),
    ];
    expect(countUnread(silent, ME)).toBe(0);
  });

  it("leave out the keeper's answer to one's own command, not to another's", () => {
    const command = event({ sender: ME, content: { msgtype: "m.text", body: "/help" } });
    const answer = (replyTo: string) => message({ msgtype: "m.notice", body: "使えるコマンド" }, { replyTo });
    expect(countUnread([command, answer(command.eventId)], ME)).toBe(0);
    expect(countUnread([command, answer("$other")], ME)).toBe(1);
  });

  it("take a message that cannot be read yet for a message", () => {
    expect(isMessage(event({ type: "m.room.encrypted", unreadable: "keyMissing" }))).toBe(true);
  });
});
