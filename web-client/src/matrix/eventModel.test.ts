import { MatrixError } from "matrix-js-sdk/lib/http-api/errors.js";
import { EventStatus, MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import { describe, expect, it } from "vitest";
import { toTimelineEvent } from "./eventModel.ts";

const raw = (change: object = {}) =>
  new MatrixEvent({
    event_id: "$1",
    room_id: "!room",
    sender: "@nurse:localhost",
    origin_server_ts: 1000,
    type: "m.room.message",
    content: { msgtype: "m.text", body: "はい" },
    ...change,
  });

describe("toTimelineEvent", () => {
  it("is plain, frozen, and the same object as long as nothing has changed", () => {
    const event = raw();
    const model = toTimelineEvent(event);
    expect(model).toMatchObject({ key: "$1", eventId: "$1", sentAt: 1000, send: "sent", content: { body: "はい" } });
    expect(Object.isFrozen(model)).toBe(true);
    expect(toTimelineEvent(event)).toBe(model);
  });

  it("keeps its key from local echo to the server's copy", () => {
    const event = raw({ event_id: "~!room:m1" });
    event.setTxnId("m1");
    event.setStatus(EventStatus.SENDING);
    const echo = toTimelineEvent(event);
    expect(echo).toMatchObject({ key: "m1", eventId: "~!room:m1", send: "sending" });
    event.replaceLocalEventId("$2");
    event.setStatus(EventStatus.SENT);
    expect(toTimelineEvent(event)).toMatchObject({ key: "m1", eventId: "$2", send: "sent" });
    event.setStatus(EventStatus.NOT_SENT);
    expect(toTimelineEvent(event).send).toBe("waiting");
  });

  it("tells what waits for a line from what the server refused", () => {
    const refused = raw({ event_id: "~!room:m2" });
    refused.setStatus(EventStatus.NOT_SENT);
    refused.error = new MatrixError({ errcode: "M_FORBIDDEN" }, 403);
    expect(toTimelineEvent(refused).send).toBe("failed");
  });

  it("tells replies, relations and changes of the room", () => {
    const reply = raw({ content: { body: "x", "m.relates_to": { "m.in_reply_to": { event_id: "$0" } } } });
    expect(toTimelineEvent(reply)).toMatchObject({ replyTo: "$0", relation: null });
    const ack = raw({ content: { body: "x", "m.relates_to": { rel_type: "m.reference", event_id: "$0" } } });
    expect(toTimelineEvent(ack)).toMatchObject({ relation: { type: "m.reference", eventId: "$0" }, replyTo: null });
    const join = { type: "m.room.member", state_key: "@a", content: { membership: "join" } };
    const member = raw({ ...join, unsigned: { prev_content: { membership: "invite" } } });
    expect(toTimelineEvent(member)).toMatchObject({ stateKey: "@a", previous: { membership: "invite" } });
  });

  it("waits to be decrypted until it was tried", () => {
    expect(toTimelineEvent(raw({ type: "m.room.encrypted", content: {} }))).toMatchObject({
      decrypting: true,
      unreadable: null,
    });
  });
});
