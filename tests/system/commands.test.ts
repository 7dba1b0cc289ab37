import { CARD_KEY, COMMAND_KEY, card } from "@tsunagi/contracts/events";
import type { MatrixEvent } from "matrix-js-sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Account } from "../env/accounts.ts";
import type { Person } from "../env/person.ts";
import { until } from "../env/until.ts";
import { World } from "../env/world.ts";

const world = new World();
let manager: Person & { account: Account };
let nurse: Person & { account: Account };
let room: string;
let personId: string;

beforeAll(async () => {
  manager = await world.professional("careManager");
  nurse = await world.professional("visitingNurse");
  const team = await world.team(manager, [nurse.account]);
  room = team.room;
  personId = team.person.id;
  await nurse.joined(room);
});
afterAll(() => world.close());

/** The answers to one event that a person can read, edits applied. */
async function answersTo(reader: Person, eventId: string): Promise<MatrixEvent[]> {
  const events = await reader.timeline(room);
  return events.filter((event) => {
    const relation = event.getOriginalContent()["m.relates_to"] as
      | { "m.in_reply_to"?: { event_id?: string } }
      | undefined;
    return relation?.["m.in_reply_to"]?.event_id === eventId && event.getSender()?.startsWith("@_tsunagi_");
  });
}

const answered = (reader: Person, eventId: string) =>
  until("an answer", async () => (await answersTo(reader, eventId))[0]);
const bodyOf = (event: MatrixEvent): string => String(event.getContent()["body"]);
const records = async () => (await manager.hub.call("listRecords", { params: { personId } } as never)).records;

describe("commands", () => {
  it("write a record from our client's slash, by its Japanese name and by code", async () => {
    const id = await nurse.say(room, "/記録 日常生活 食堂まで歩かれました\n帰りは車いす");
    const answer = await answered(manager, id);
    expect(bodyOf(answer)).toContain("食堂まで歩かれました\n帰りは車いす");
    const shown = card.parse(answer.getContent()[CARD_KEY]);
    expect(shown).toMatchObject({ kind: "record", text: "食堂まで歩かれました\n帰りは車いす" });
    expect((await records()).find((record) => record.id === shown.recordId)?.kind).toBe("dailyLife");
  });

  it("work with an exclamation mark from any Matrix client", async () => {
    const answer = await answered(nurse, await nurse.say(room, "!note support Helped with shopping"));
    expect(bodyOf(answer)).toContain("【支援内容】");
  });

  it("work as a form's structured content", async () => {
    const values = { kind: "wishes", text: "孫に会いたいとのこと" };
    const id = await nurse.say(room, "/記録 意向 …", { [COMMAND_KEY]: { name: "note", arguments: values } });
    expect(bodyOf(await answered(nurse, id))).toContain("孫に会いたいとのこと");
  });

  it("turn a message of a colleague into a record that keeps its author and its link", async () => {
    const said = await manager.say(room, "本日、退院前カンファレンスを行いました");
    const values = { kind: "support", message: said };
    const id = await nurse.say(room, "/記録 支援内容", { [COMMAND_KEY]: { name: "note", arguments: values } });
    await answered(nurse, id);
    const made = (await records()).find((record) => record.source?.eventId === said);
    expect(made).toMatchObject({ text: "本日、退院前カンファレンスを行いました", source: { roomId: room } });
    expect(made?.author.staffId).toBe(manager.account.staffId);
    expect(made?.enteredBy?.staffId).toBe(nurse.account.staffId);
  });

  it("turn the message they reply to into a record, in any client", async () => {
    const said = await manager.say(room, "夜間の咳が減りました");
    const relation = { "m.relates_to": { "m.in_reply_to": { event_id: said } } };
    await answered(nurse, await nurse.say(room, "!記録 日常生活", relation));
    expect((await records()).find((record) => record.source?.eventId === said)?.text).toBe("夜間の咳が減りました");
  });

  it("correct and cancel a record with its versions kept", async () => {
    const answer = await answered(nurse, await nurse.say(room, "/記録 日常生活 体温38.4℃"));
    const id = card.parse(answer.getContent()[CARD_KEY]).recordId ?? "";
    const corrected = await answered(nurse, await nurse.say(room, `/訂正 ${id} 体温36.4℃`));
    const next = card.parse(corrected.getContent()[CARD_KEY]).recordId ?? "";
    expect(bodyOf(corrected)).toContain("第2版");
    expect(bodyOf(await answered(nurse, await nurse.say(room, `/取消 ${next} 別の方の記録でした`)))).toContain(
      "取消しました",
    );
    const { versions } = await manager.hub.call("readRecordHistory", { params: { recordId: id } } as never);
    expect(versions.map(({ status, text }) => [status, text])).toEqual([
      ["cancelled", "体温36.4℃"],
      ["superseded", "体温36.4℃"],
      ["superseded", "体温38.4℃"],
    ]);
  });

  it("name the nearest command when there is none of that name", async () => {
    expect(bodyOf(await answered(nurse, await nurse.say(room, "/きろくう 日常生活 x")))).toContain("近いもの：/記録");
  });

  it("say what is missing, with an example, and write nothing", async () => {
    const before = (await records()).length;
    const answer = bodyOf(await answered(nurse, await nurse.say(room, "/記録 天気 晴れ")));
    expect(answer).toContain("日常生活・受診結果・支援内容・意向");
    expect(answer).toContain("/記録 日常生活");
    expect((await records()).length).toBe(before);
  });

  it("list what works here with /help", async () => {
    const answer = bodyOf(await answered(nurse, await nurse.say(room, "/ヘルプ")));
    for (const command of ["/記録", "/記録一覧", "/訂正", "/取消", "/メンバー"]) expect(answer).toContain(command);
  });

  it("show the members by name, which Matrix itself does not", async () => {
    const answer = bodyOf(await answered(nurse, await nurse.say(room, "/メンバー")));
    expect(answer).toContain(nurse.loginName);
    const member = nurse.client.getRoom(room)?.getMember(nurse.userId);
    expect(member?.rawDisplayName).toMatch(/^[2-9A-Z]{7}$/);
  });

  it("leave ordinary talk alone", async () => {
    const talk = await nurse.say(room, "!!すごいですね/本当に");
    const after = await nurse.say(room, "/メンバー");
    await answered(nurse, after);
    expect(await answersTo(nurse, talk)).toEqual([]);
  });
});

describe("an edited command", () => {
  const edit = (text: string, of: string) => ({
    "m.new_content": { msgtype: "m.text", body: text },
    "m.relates_to": { rel_type: "m.replace", event_id: of },
  });

  it("that was refused is run, and its answer takes the place of the refusal", async () => {
    const wrong = await nurse.say(room, "/記録 日常 転びそうになった");
    await answered(nurse, wrong);
    await nurse.say(room, "* /記録 日常生活 転びそうになった", edit("/記録 日常生活 転びそうになった", wrong));
    await until("the answer is replaced", async () => {
      const [answer] = await answersTo(manager, wrong);
      return answer && bodyOf(answer).includes("【日常生活】");
    });
    expect(await answersTo(manager, wrong)).toHaveLength(1);
    expect((await records()).filter((record) => record.text === "転びそうになった")).toHaveLength(1);
  });

  it("that has run is not run again", async () => {
    const right = await nurse.say(room, "/記録 日常生活 一度だけ書かれる記録");
    await answered(nurse, right);
    await nurse.say(room, "* x", edit("/記録 日常生活 二度目の記録", right));
    await answered(nurse, await nurse.say(room, "/メンバー"));
    expect(await answersTo(nurse, right)).toHaveLength(1);
    expect((await records()).some((record) => record.text === "二度目の記録")).toBe(false);
  });
});
