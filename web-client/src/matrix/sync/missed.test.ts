import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import type { MSC3575SlidingSyncResponse } from "matrix-js-sdk/lib/sliding-sync.js";
import { describe, expect, it, vi } from "vitest";
import { dropWhatIsBeforeGaps, leaveWhatIsNotTold } from "./missed.ts";

const event = (id: string) => ({ event_id: id, type: "m.room.encrypted", room_id: "!a", sender: "@b:x", content: {} });

function room(roomId: string, known: readonly string[] = [], membership = "join") {
  const events = known.map((id) => new MatrixEvent(event(id)));
  return {
    roomId,
    getLiveTimeline: () => ({ getEvents: () => events }),
    getMyMembership: () => membership,
    resetLiveTimeline: vi.fn(),
    clearLoadedMembersIfNeeded: vi.fn(async () => undefined),
    updateMyMembership: vi.fn(),
  };
}

const clientWith = (...rooms: ReturnType<typeof room>[]) =>
  ({
    getRoom: (id: string) => rooms.find(({ roomId }) => roomId === id) ?? null,
    getRooms: () => rooms,
  }) as unknown as MatrixClient;

const answer = (roomId: string, ids: readonly string[], flags: object = {}) =>
  ({
    rooms: { [roomId]: { timeline: ids.map(event), prev_batch: "t1", ...flags } },
  }) as unknown as MSC3575SlidingSyncResponse;

describe("what was missed", () => {
  it("drops what is known before a gap, and who was there", () => {
    const a = room("!a", ["$1", "$2"]);
    dropWhatIsBeforeGaps(clientWith(a), answer("!a", ["$8", "$9"], { limited: true }));
    expect(a.resetLiveTimeline).toHaveBeenCalledWith("t1", null);
    expect(a.clearLoadedMembersIfNeeded).toHaveBeenCalled();
  });

  it.each([
    ["what joins on", ["$2", "$3"], { limited: true }],
    ["a longer end of the same conversation", ["$0", "$1", "$2"], { limited: true, initial: true }],
    ["news without a gap", ["$3"], {}],
    ["nothing new", [], { limited: true }],
  ])("keeps everything at %s", (_name, ids, flags) => {
    const a = room("!a", ["$1", "$2"]);
    dropWhatIsBeforeGaps(clientWith(a), answer("!a", ids, flags));
    expect(a.resetLiveTimeline).not.toHaveBeenCalled();
  });

  it("leaves rooms that the server no longer tells of", () => {
    const [a, b, gone] = [room("!a"), room("!b"), room("!c", [], "leave")];
    leaveWhatIsNotTold(clientWith(a, b, gone), answer("!a", []));
    expect(a.updateMyMembership).not.toHaveBeenCalled();
    expect(b.updateMyMembership).toHaveBeenCalledWith("leave");
    expect(gone.updateMyMembership).not.toHaveBeenCalled();
  });
});
