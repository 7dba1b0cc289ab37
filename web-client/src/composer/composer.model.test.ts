import { ACK_REQUEST_KEY, COMMAND_KEY, MENTION_WORDS_KEY } from "@tsunagi/contracts/events";
import { describe, expect, it, vi } from "vitest";
import { Collection } from "../ownData/collection.ts";
import { event } from "../timeline/testEvents.ts";
import type { CatalogSnapshot } from "./commandCatalog.ts";
import { ComposerModel } from "./composer.model.ts";
import { type Draft, draft } from "./draft.ts";
import { Drafts } from "./drafts.ts";
import type { Mentionable } from "./mentions.ts";
import { messageContent } from "./messageContent.ts";
import { commands, help, note } from "./testCommands.ts";

const memory = () => new Drafts(new Collection<Draft>({ name: "drafts", schema: draft, deviceId: "HERE" }));
const nurse = {
  userId: "@nurse:h",
  name: "苺畑 さゆり",
  kana: "イチゴバタケ サユリ",
  roleLabel: "訪問看護師",
  organisation: "",
};
const people: readonly Mentionable[] = [nurse];

function compose({ roomKind = "team", drafts = memory(), state = "ready" as CatalogSnapshot["state"] } = {}) {
  const send = vi.fn();
  const add = vi.fn();
  const flush = vi.fn();
  const load = vi.fn(async () => undefined);
  let snapshot: CatalogSnapshot = { state, commands: state === "ready" ? commands : [] };
  let listener = () => undefined as unknown;
  const catalog = {
    getSnapshot: () => snapshot,
    subscribe: (next: () => void) => {
      listener = next;
      return () => undefined;
    },
    load,
  };
  const arrive = () => {
    snapshot = { state: "ready", commands };
    listener();
  };
  const model = new ComposerModel({
    roomId: "!room",
    roomKind,
    sender: { send },
    catalog,
    uploads: { add },
    drafts,
    held: { post: (roomId, draft) => send(roomId, messageContent(draft)), flush },
    language: () => "ja",
    people: () => people,
    everybody: () => ["全員"],
    find: async (eventId) => event({ eventId }),
  });
  model.start();
  return { model, send, add, load, arrive };
}

const suggested = (model: ComposerModel) =>
  model.getSnapshot().suggestions.map((found) => (found.kind === "command" ? found.command.name : found.mention.word));

describe("writing", () => {
  it("sends what is written without the space around it, and empties the field", () => {
    const { model, send } = compose();
    model.type("  お変わりありません\n");
    expect(model.send()).toBe(true);
    expect(send).toHaveBeenCalledWith("!room", { msgtype: "m.text", body: "お変わりありません" });
    expect(model.getSnapshot().text).toBe("");
  });

  it("sends nothing when there is nothing", () => {
    const { model, send } = compose();
    model.type(" \n ");
    expect(model.send()).toBe(false);
    expect(send).not.toHaveBeenCalled();
    expect(model.getSnapshot().text).toBe(" \n ");
  });

  it("answers a message and asks for confirmation, once", () => {
    const { model, send } = compose();
    model.reply(event({ eventId: "$asked" }));
    model.setAskAck(true);
    model.type("10時にお願いします");
    model.send();
    expect(send).toHaveBeenCalledWith("!room", {
      msgtype: "m.text",
      body: "10時にお願いします",
      [ACK_REQUEST_KEY]: true,
      "m.relates_to": { "m.in_reply_to": { event_id: "$asked" } },
    });
    expect(model.getSnapshot()).toMatchObject({ replyTo: null, askAck: false });
  });

  it("keeps what was begun when the room is left", () => {
    const drafts = memory();
    const first = compose({ drafts });
    first.model.type("途中まで");
    first.model.setAskAck(true);
    first.model.dispose();
    expect(compose({ drafts }).model.getSnapshot()).toMatchObject({ text: "途中まで", askAck: true });
    first.model.send();
    expect(compose({ drafts }).model.getSnapshot().text).toBe("");
  });

  it("hands files on with the message they answer", () => {
    const { model, add } = compose();
    const file = new File(["x"], "a.txt");
    model.reply(event({ eventId: "$asked" }));
    model.attach([file]);
    model.attach([]);
    expect(add).toHaveBeenCalledExactlyOnceWith("!room", [file], "$asked", null);
    expect(model.getSnapshot().replyTo).toBeNull();
  });
});

describe("commands", () => {
  it("are offered as one types, those that work in the room", () => {
    const { model } = compose();
    model.type("/");
    expect(suggested(model)).toEqual(["note", "records", "help"]);
    model.type("/きろ");
    expect(suggested(model)).toEqual(["note"]);
    model.type("/きろく 日常生活");
    expect(suggested(model)).toEqual([]);
    const facility = compose({ roomKind: "facility" }).model;
    facility.type("/");
    expect(suggested(facility)).toEqual(["help"]);
  });

  it("appear when they come late", () => {
    const { model, load, arrive } = compose({ state: "failed" });
    model.type("/");
    expect(load).toHaveBeenCalled();
    expect(model.getSnapshot()).toMatchObject({ suggestions: [], commandsFailed: true });
    arrive();
    expect(suggested(model)).toHaveLength(3);
    expect(model.getSnapshot().commandsFailed).toBe(false);
  });

  it("stay closed after Esc until something else is typed", () => {
    const { model } = compose();
    model.type("/n");
    model.closeSuggestions();
    expect(suggested(model)).toEqual([]);
    model.type("/no");
    expect(suggested(model)).toEqual(["note"]);
  });

  it("are gone through in a circle", () => {
    const { model } = compose();
    model.type("/");
    model.move(-1);
    expect(model.getSnapshot().selected).toBe(2);
    model.move(1);
    expect(model.getSnapshot().selected).toBe(0);
  });

  it("open their form, or go out at once when there is nothing to ask", () => {
    const { model, send } = compose();
    model.type("/");
    model.choose();
    expect(model.getSnapshot()).toMatchObject({ text: "", form: { command: { name: "note" }, known: {} } });
    model.closeForm();
    model.choose({ kind: "command", key: "/help", command: help });
    expect(send.mock.lastCall?.[1]).toMatchObject({ body: "/ヘルプ", [COMMAND_KEY]: { name: "help", arguments: {} } });
  });

  it("make a record of a message by asking only for its kind", async () => {
    const { model, send } = compose();
    expect(await model.makeRecord(event({ eventId: "$said" }))).toBe(true);
    expect(model.getSnapshot().form).toMatchObject({ known: { message: "$said" }, only: ["kind"] });
    model.sendCommand(note, { message: "$said", kind: "wishes" });
    expect(send.mock.lastCall?.[1]).toMatchObject({
      body: "/記録 意向",
      [COMMAND_KEY]: { name: "note", arguments: { message: "$said", kind: "wishes" } },
    });
    expect(model.getSnapshot().form).toBeNull();
  });

  it("of a card ask for what the card does not know, a correction beginning with its text", async () => {
    const { model } = compose();
    const label = { ja: "訂正する", en: "Correct" };
    const action = { label, command: "correct", arguments: { record: "rec_1" }, style: "plain" as const };
    expect(await model.act(action, "昼食を全量")).toBe(true);
    expect(model.getSnapshot().form).toMatchObject({ known: { record: "rec_1" }, initial: { text: "昼食を全量" } });
    expect(await model.act({ ...action, command: "unheard" })).toBe(false);
  });

  it("of a card that asks first are not sent by one tap", async () => {
    const { model, send } = compose();
    const label = { ja: "終える", en: "End" };
    const confirm = { ja: "終えますか", en: "End it?" };
    await model.act({ label, command: "help", arguments: {}, style: "danger", confirm });
    expect(send).not.toHaveBeenCalled();
    expect(model.getSnapshot().form).toMatchObject({ danger: true, warning: confirm });
  });
});

describe("a command typed by hand", () => {
  it("is read as it is typed: what is next, what is wrong, what was meant", () => {
    const { model } = compose();
    model.type("/記録 夕食");
    expect(model.getSnapshot().line).toMatchObject({ wrong: { problem: { kind: "notAChoice" } } });
    model.type("/記録 日常生活 全量");
    expect(model.getSnapshot().line).toMatchObject({ kind: "known", wrong: null });
    model.type("/nota");
    expect(model.getSnapshot().line).toMatchObject({ kind: "unknown", nearest: { name: "note" } });
    model.type("はい");
    expect(model.getSnapshot().line).toBeNull();
  });
});

describe("naming people", () => {
  it("puts the name in where the caret is, and tells who is meant", () => {
    const { model, send } = compose();
    model.type("明日@いち お願いします", 5);
    expect(suggested(model)).toEqual(["@苺畑 さゆり"]);
    model.choose();
    expect(model.getSnapshot()).toMatchObject({ text: "明日@苺畑 さゆり  お願いします", caret: { from: 10, to: 10 } });
    model.send();
    expect(send.mock.lastCall?.[1]).toMatchObject({
      "m.mentions": { user_ids: ["@nurse:h"] },
      [MENTION_WORDS_KEY]: ["@苺畑 さゆり"],
    });
  });

  it("asks before everybody is told", () => {
    const { model, send } = compose();
    model.type("@全");
    model.choose();
    expect(model.send()).toBe(false);
    expect(model.getSnapshot().asksEverybody).toBe(1);
    model.stopAsking();
    expect(model.getSnapshot().text).toBe("@全員 ");
    model.send();
    expect(model.send()).toBe(true);
    expect(send.mock.lastCall?.[1]).toMatchObject({ "m.mentions": { room: true } });
  });
});

describe("a draft", () => {
  it("of another device appears with the message it answers, but not while one types", async () => {
    const drafts = memory();
    const { model } = compose({ drafts });
    const elsewhere: Draft = { text: "向こうで", askAck: false, urgent: true, replyTo: "$asked", mentions: [] };
    drafts.keep("!room", elsewhere);
    await vi.waitFor(() => expect(model.getSnapshot().replyTo?.eventId).toBe("$asked"));
    expect(model.getSnapshot()).toMatchObject({ text: "向こうで", urgent: true });
    model.type("ここで");
    drafts.keep("!room", elsewhere);
    expect(model.getSnapshot().text).toBe("ここで");
  });
});
