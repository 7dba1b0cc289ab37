import { EventEmitter } from "node:events";
import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { MatrixEvent, MatrixEventEvent } from "matrix-js-sdk/lib/models/event.js";
import { RoomEvent } from "matrix-js-sdk/lib/models/room.js";
import { describe, expect, it, vi } from "vitest";
import { type FeedBatch, MessageFeed } from "./messageFeed.ts";

const message = (id: string, more = {}) =>
  new MatrixEvent({
    event_id: id,
    room_id: "!room",
    sender: "@nurse:localhost",
    type: "m.room.message",
    origin_server_ts: 1,
    content: { msgtype: "m.text", body: id },
    ...more,
  });

function feedOf(...loaded: readonly MatrixEvent[]) {
  const client = Object.assign(new EventEmitter(), {
    getRooms: () => [{ getLiveTimeline: () => ({ getEvents: () => loaded }) }],
  });
  const batches: FeedBatch[] = [];
  const feed = new MessageFeed(client as unknown as MatrixClient, (batch) => void batches.push(batch));
  const end = feed.start();
  return { client, feed, batches, end, ids: () => batches.flatMap(({ events }) => events.map((one) => one.eventId)) };
}

describe("the feed of messages", () => {
  it("begins with what is loaded, then tells what comes or changes, each once a batch", () => {
    const { client, feed, ids, end } = feedOf(message("$1"));
    const second = message("$2");
    client.emit(RoomEvent.Timeline, second);
    client.emit(MatrixEventEvent.Decrypted, second);
    feed.flush();
    expect(ids()).toEqual(["$1", "$2"]);
    client.emit(MatrixEventEvent.Replaced, second);
    feed.flush();
    expect(ids()).toEqual(["$1", "$2", "$2"]);
    end();
    client.emit(RoomEvent.Timeline, message("$3"));
    feed.flush();
    expect(ids()).toHaveLength(3);
  });

  it("leaves out changes of the room, and tells what was taken back", () => {
    const { client, feed, batches } = feedOf(message("$1", { type: "m.room.name", state_key: "" }));
    client.emit(RoomEvent.Redaction, message("$9", { type: "m.room.redaction", redacts: "$1" }));
    feed.flush();
    expect(batches).toEqual([{ events: [], redacted: ["$1"] }]);
  });

  it("hands thousands on a few at a time", async () => {
    const { batches, ids } = feedOf(...Array.from({ length: 450 }, (_, i) => message(`$${i}`)));
    await vi.waitFor(() => expect(ids()).toHaveLength(450));
    expect(batches.map(({ events }) => events.length)).toEqual([200, 200, 50]);
  });
});
