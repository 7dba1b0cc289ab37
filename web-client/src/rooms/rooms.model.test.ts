import type { Colleague } from "@tsunagi/contracts/rest/staff";
import type { RoomView } from "@tsunagi/contracts/rest/teams";
import { describe, expect, it, vi } from "vitest";
import type { ConnectionState, RoomEntry } from "../matrix/models.ts";
import { event } from "../timeline/testEvents.ts";
import { Directory } from "./directory.ts";
import { RoomsModel } from "./rooms.model.ts";

const ME = "@caremane:localhost";
const KEEPER = "@_tsunagi:localhost";

class Source<Value> {
  value: Value;
  readonly #listeners = new Set<() => void>();
  constructor(value: Value) {
    this.value = value;
  }
  getSnapshot = () => this.value;
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  set(value: Value) {
    this.value = value;
    for (const listener of this.#listeners) listener();
  }
}

const entry = (roomId: string, kind: string | null, change: Partial<RoomEntry> = {}): RoomEntry => ({
  roomId,
  kind,
  code: `C-${roomId}`,
  members: [ME, KEEPER],
  last: null,
  lastActivity: 0,
  unread: 0,
  ackWanted: [],
  urgent: false,
  mentioned: false,
  muted: false,
  markedUnread: false,
  ...change,
});

const room = (roomId: string, kind: string, title: string, titleKana: string) =>
  ({ roomId, kind, title, titleKana, members: [] }) as unknown as RoomView;
const colleague = (userId: string, familyName: string, role: string) =>
  ({ userId, familyName, givenName: "さくら", jobs: [{ role, organisationName: "かのがわ" }] }) as unknown as Colleague;

const rooms = [
  room("!hana", "team", "架空 ハナ", "カクウ ハナ"),
  room("!tome", "watch", "試験 とめ", "シケン トメ"),
  room("!home", "facility", "あおぞら居宅", "アオゾラ"),
];
const entries = [entry("!hana", "team"), entry("!tome", "watch"), entry("!home", "facility")];

function open(list: Source<readonly RoomEntry[]>, listRooms: () => Promise<unknown>) {
  const connection = new Source<ConnectionState>("online");
  const directory = new Directory({
    listRooms: listRooms as ConstructorParameters<typeof Directory>[0]["listRooms"],
    list,
    keeperUserId: KEEPER,
    patience: 50,
  });
  directory.start();
  const markRead = vi.fn(async (_roomId: string, _upTo: string | null) => undefined);
  const onReadFailed = vi.fn();
  const around = { directory, me: ME, keeperUserId: KEEPER, markRead, onReadFailed };
  const model = new RoomsModel({ list, connection, ...around });
  model.start();
  const stop = () => {
    model.dispose();
    directory.dispose();
  };
  return { model, directory, connection, markRead, onReadFailed, stop };
}

const me = colleague(ME, "青山", "careManager");
const answer = async () => ({ rooms, colleagues: [me] });
const state = (model: RoomsModel, wanted: string) => vi.waitFor(() => expect(model.getSnapshot().state).toBe(wanted));

const shownIn = (model: RoomsModel) =>
  model.getSnapshot().sections.map(({ id, rooms: rows }) => [id, rows.map(({ title }) => title)]);

describe("the list of conversations", () => {
  it("shows people by name, what needs one first, among the same the latest", async () => {
    const list = new Source<readonly RoomEntry[]>([
      entry("!hana", "team", { lastActivity: 3 }),
      entry("!tome", "watch", { lastActivity: 2, unread: 4, urgent: true }),
      entry("!home", "facility", { lastActivity: 1, ackWanted: ["$1"] }),
      entry("!late", "team", { lastActivity: 9, unread: 1 }),
      entry("!mute", "team", { lastActivity: 8, unread: 7, muted: true }),
    ]);
    const { model, stop } = open(list, answer);
    expect(model.getSnapshot().state).toBe("loading");
    await state(model, "ready");
    expect(shownIn(model)).toEqual([
      ["needs", ["あおぞら居宅", "試験 とめ"]],
      ["unread", ["C-!late"]],
      ["rest", ["C-!mute", "架空 ハナ"]],
    ]);
    stop();
  });

  it("gives the same row again for a room that has not changed", async () => {
    const list = new Source<readonly RoomEntry[]>(entries);
    const { model, stop } = open(list, answer);
    await state(model, "ready");
    const rowOf = (roomId: string) =>
      model
        .getSnapshot()
        .sections.flatMap((section) => section.rooms)
        .find((row) => row.roomId === roomId);
    const before = [rowOf("!hana"), rowOf("!tome")];
    list.set(entries.map((one) => (one.roomId === "!tome" ? { ...one, unread: 1 } : one)));
    expect(rowOf("!hana")).toBe(before[0]);
    expect(rowOf("!tome")).not.toBe(before[1]);
    stop();
  });

  it("keeps to a kind, a town or an organisation, and offers only what there is", async () => {
    const town = (one: RoomView, municipality: string) => ({ ...one, municipality, members: [`s-${one.roomId}`] });
    const [hana, tome, home] = rooms as [RoomView, RoomView, RoomView];
    const at = (roomId: string, organisationId: string) => ({
      ...colleague(`@${roomId}`, roomId, "nurse"),
      staffId: `s-${roomId}`,
      jobs: [{ role: "nurse", organisationId, organisationName: organisationId }],
    });
    const { model, stop } = open(new Source(entries), async () => ({
      rooms: [town(hana, "222259"), town(tome, "222224"), home],
      colleagues: [at("!hana", "o1"), at("!tome", "o2")],
    }));
    await state(model, "ready");
    expect(model.getSnapshot().choices).toEqual({
      kinds: ["care", "watch", "organisation"],
      municipalities: ["222224", "222259"],
      organisations: ["o1", "o2"],
    });
    model.filter({ kind: "watch" });
    expect(shownIn(model)).toEqual([["rest", ["試験 とめ"]]]);
    model.filter({ kind: "", municipality: "222259" });
    expect(shownIn(model)).toEqual([["rest", ["架空 ハナ"]]]);
    model.filter({ municipality: "", organisation: "o2" });
    expect(shownIn(model)).toEqual([["rest", ["試験 とめ"]]]);
    model.filter({ kind: "care" });
    expect(shownIn(model)).toEqual([]);
    expect(model.getSnapshot().total).toBe(3);
    stop();
  });

  it("marks all as read at once, and tells the others only when it can no longer be undone", async () => {
    const unread = [entry("!hana", "team", { unread: 2 }), entry("!tome", "watch", { unread: 1, ackWanted: ["$1"] })];
    const list = new Source<readonly RoomEntry[]>(unread);
    const { model, markRead, stop } = open(list, answer);
    await state(model, "ready");
    expect(model.getSnapshot().unreadRooms).toBe(2);
    model.readAll();
    expect(model.getSnapshot().unreadRooms).toBe(0);
    expect(shownIn(model)).toEqual([
      ["needs", ["試験 とめ"]],
      ["rest", ["架空 ハナ"]],
    ]);
    model.undoReadAll();
    expect(model.getSnapshot().unreadRooms).toBe(2);
    expect(markRead).not.toHaveBeenCalled();
    model.readAll();
    list.set(unread.map((one) => (one.roomId === "!hana" ? { ...one, last: event(), unread: 3 } : one)));
    expect(model.getSnapshot().unreadRooms).toBe(1); // something came meanwhile
    stop();
    await vi.waitFor(() =>
      expect(markRead.mock.calls).toEqual([
        ["!hana", null],
        ["!tome", null],
      ]),
    );
  });

  it("shows them as unread again when marking as read does not get through", async () => {
    const list = new Source<readonly RoomEntry[]>([entry("!hana", "team", { unread: 2 })]);
    const { model, markRead, onReadFailed, stop } = open(list, answer);
    await state(model, "ready");
    markRead.mockRejectedValue(new Error("no line"));
    model.readAll();
    stop();
    await vi.waitFor(() => expect(onReadFailed).toHaveBeenCalledOnce());
    expect(model.getSnapshot().unreadRooms).toBe(1);
  });

  it("finds people by name and by kana of either kind", async () => {
    const { model, stop } = open(new Source(entries), answer);
    await state(model, "ready");
    const found = (text: string) => {
      model.search(text);
      return model.getSnapshot().sections.flatMap(({ rooms: rows }) => rows.map(({ title }) => title));
    };
    expect(found("はな")).toEqual(["架空 ハナ"]);
    expect(found("ｼｹﾝ")).toEqual(["試験 とめ"]);
    expect(found("架空ハナ")).toEqual(["架空 ハナ"]);
    expect(found("ぞぞ")).toEqual([]);
    expect(model.getSnapshot().total).toBe(3);
    expect(found("")).toHaveLength(3);
    stop();
  });

  it("shows codes while the names do not come, and asks again", async () => {
    let works = false;
    const listRooms = vi.fn(async () => {
      if (!works) throw new Error("no line");
      return answer();
    });
    const { model, stop } = open(new Source(entries), listRooms);
    await state(model, "failed");
    expect(model.getSnapshot().sections[0]?.rooms[0]).toMatchObject({ title: "C-!hana", named: false });
    works = true;
    await state(model, "ready");
    expect(model.getSnapshot().sections[0]?.rooms[0]).toMatchObject({ title: "架空 ハナ", named: true });
    stop();
  });

  it("says who said the last thing, oneself and the keeper without a name", async () => {
    const nurse = "@nurse:localhost";
    const last = (sender: string) => event({ sender, content: { msgtype: "m.text", body: "はい" } });
    const list = new Source([entry("!hana", "team", { last: last(nurse), members: [ME, nurse] })]);
    const { model, stop } = open(list, async () => ({ rooms, colleagues: [me, colleague(nurse, "看谷", "nurse")] }));
    await state(model, "ready");
    const preview = () => model.getSnapshot().sections[0]?.rooms[0]?.preview;
    expect(preview()).toMatchObject({ by: "看谷", own: false, tile: { kind: "text", body: "はい" } });
    list.set([entry("!hana", "team", { last: last(ME), unread: 2, ackWanted: ["$1"] })]);
    expect(preview()).toMatchObject({ by: "", own: true });
    expect(model.getSnapshot().sections[0]?.rooms[0]).toMatchObject({ unread: 2, ackWanted: 1 });
    stop();
  });

  it("leaves out rooms that are none of ours, and says when there is nothing to show without a line", async () => {
    const list = new Source<readonly RoomEntry[]>([entry("!odd", null)]);
    const { model, connection, stop } = open(list, answer);
    await state(model, "ready");
    expect(model.getSnapshot()).toMatchObject({ sections: [], total: 0 });
    connection.set("offline");
    expect(model.getSnapshot().state).toBe("offline");
    stop();
  });
});

describe("the directory", () => {
  it("asks again when somebody unknown comes in, and not over and over", async () => {
    const listRooms = vi.fn(answer);
    const list = new Source<readonly RoomEntry[]>(entries);
    const { directory, stop } = open(list, listRooms);
    await vi.waitFor(() => expect(directory.getSnapshot().state).toBe("ready"));
    expect(listRooms).toHaveBeenCalledTimes(1);
    list.set([entry("!hana", "team", { members: [ME, "@stranger:localhost"] })]);
    await vi.waitFor(() => expect(listRooms).toHaveBeenCalledTimes(2));
    list.set([entry("!hana", "team", { members: [ME, "@stranger:localhost"], unread: 1 })]);
    expect(listRooms).toHaveBeenCalledTimes(2);
    stop();
  });

  it("asks again when a watch-over team has become a care team", async () => {
    const listRooms = vi.fn(answer);
    const list = new Source<readonly RoomEntry[]>(entries);
    const { directory, stop } = open(list, listRooms);
    await vi.waitFor(() => expect(directory.getSnapshot().state).toBe("ready"));
    list.set([entry("!tome", "team")]);
    await vi.waitFor(() => expect(listRooms).toHaveBeenCalledTimes(2));
    stop();
  });
});
