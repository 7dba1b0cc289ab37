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
  const model = new RoomsModel({ list, connection, directory, me: ME, keeperUserId: KEEPER });
  model.start();
  const stop = () => {
    model.dispose();
    directory.dispose();
  };
  return { model, directory, connection, stop };
}

const me = colleague(ME, "青山", "careManager");
const answer = async () => ({ rooms, colleagues: [me] });
const state = (model: RoomsModel, wanted: string) => vi.waitFor(() => expect(model.getSnapshot().state).toBe(wanted));

describe("the list of conversations", () => {
  it("shows people by name in their sections", async () => {
    const { model, stop } = open(new Source(entries), answer);
    expect(model.getSnapshot().state).toBe("loading");
    await state(model, "ready");
    expect(model.getSnapshot().sections.map(({ id, rooms: rows }) => [id, rows.map(({ title }) => title)])).toEqual([
      ["care", ["架空 ハナ"]],
      ["watch", ["試験 とめ"]],
      ["organisation", ["あおぞら居宅"]],
    ]);
    stop();
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
