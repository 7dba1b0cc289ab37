import { describe, expect, it, vi } from "vitest";
import { message } from "../timeline/testEvents.ts";
import { bringIn } from "./indexing.ts";
import { MemoryIndex } from "./memoryIndex.ts";
import type { SearchQuery } from "./searchIndex.ts";
import { snippetOf } from "./snippet.ts";

const KEEPER = "@_tsunagi:localhost";
const NURSE = "@nurse:localhost";
const HELPER = "@helper:localhost";
const ALL: SearchQuery = {
  text: "",
  roomId: null,
  sender: null,
  withFile: false,
  since: null,
  until: null,
  limit: 50,
};
const file = {
  url: "mxc://localhost/abc",
  key: { kty: "oct", k: "a", alg: "A256CTR" },
  iv: "b",
  hashes: { sha256: "c" },
  v: "v2",
};
const text = (body: string, change = {}) => message({ msgtype: "m.text", body }, change);

async function indexOf(...events: readonly ReturnType<typeof text>[]) {
  const index = new MemoryIndex();
  await bringIn(index, { events, redacted: [] }, KEEPER);
  const find = async (query: Partial<SearchQuery> | string) => {
    const answer = await index.query({ ...ALL, ...(typeof query === "string" ? { text: query } : query) });
    return answer.hits.map(({ text: words, file: found }) => found?.attachment.name ?? words);
  };
  return { index, find };
}

describe("searching messages", () => {
  const bath = "夕方の入浴介助のあと、ﾊﾞｲﾀﾙ安定。ＳｐＯ２ ９７％";
  const walk = "デイサービスの送迎は　来週からヘルパーさんがします";
  const gown = "寝間着を洗濯しました";

  it("finds any part of a word, whatever kana and width it is typed in", async () => {
    const { find } = await indexOf(text(bath), text(walk), text(gown));
    expect(await find("ばいたる")).toEqual([bath]);
    expect(await find("ﾃﾞｲｻｰﾋﾞｽ")).toEqual([walk]);
    expect(await find("spo2")).toEqual([bath]);
    expect(await find("97%")).toEqual([bath]);
    expect(await find("浴介")).toEqual([bath]);
    expect(await find("へるぱー")).toEqual([walk]);
  });

  it("finds one letter", async () => {
    const { find } = await indexOf(text(bath), text(walk), text(gown));
    expect(await find("着")).toEqual([gown]);
    expect(await find("を")).toEqual([gown]);
  });

  it("wants all words, in any order, newest first", async () => {
    const { find } = await indexOf(text("朝 血圧 128"), text("夜 血圧 140"), text("朝 体温 36.5"));
    expect(await find("血圧　朝")).toEqual(["朝 血圧 128"]);
    expect(await find("血圧")).toEqual(["夜 血圧 140", "朝 血圧 128"]);
    expect(await find("血圧 体温")).toEqual([]);
  });

  it("keeps to one room, one sender, a time, and messages with files", async () => {
    const { index, find } = await indexOf(
      text("あ 一", { roomId: "!a", sender: NURSE, sentAt: 1_000 }),
      text("あ 二", { roomId: "!b", sender: HELPER, sentAt: 2_000 }),
      message({ msgtype: "m.file", body: "サマリー.pdf", file }, { roomId: "!b", sender: NURSE, sentAt: 3_000 }),
    );
    expect(await find({ text: "あ", roomId: "!a" })).toEqual(["あ 一"]);
    expect(await find({ sender: NURSE })).toEqual(["サマリー.pdf", "あ 一"]);
    expect(await find({ since: 2_000, until: 3_000 })).toEqual(["あ 二"]);
    expect(await find({ withFile: true })).toEqual(["サマリー.pdf"]);
    expect(await find("さまりｰ")).toEqual(["サマリー.pdf"]);
    expect(await index.query({ ...ALL, roomId: "!b", text: "一", limit: 1 })).toEqual({
      hits: [],
      total: 0,
      searched: 2,
    });
    expect(await index.query({ ...ALL, limit: 1 })).toMatchObject({ total: 3, searched: 3 });
  });

  it("replaces what was edited, also when the edit comes alone", async () => {
    const said = text("血圧 128");
    const { index, find } = await indexOf(said);
    await bringIn(index, { events: [text("血圧 138", { eventId: said.eventId, edited: true })], redacted: [] }, KEEPER);
    expect(await find("128")).toEqual([]);
    expect(await find("138")).toEqual(["血圧 138"]);
    const content = { msgtype: "m.text", body: "* 血圧 148", "m.new_content": { msgtype: "m.text", body: "血圧 148" } };
    const relation = { type: "m.replace", eventId: said.eventId };
    await bringIn(index, { events: [message(content, { relation, sender: HELPER })], redacted: [] }, KEEPER);
    expect(await find("148")).toEqual([]); // by somebody else
    await bringIn(index, { events: [message(content, { relation })], redacted: [] }, KEEPER);
    expect(await find("148")).toEqual(["血圧 148"]);
  });

  it("forgets what was taken back, and tells that something changed", async () => {
    const first = text("まちがい");
    const second = text("まちがい その二");
    const { index, find } = await indexOf(first, second);
    const told = vi.fn();
    index.subscribe(told);
    await bringIn(index, { events: [], redacted: [first.eventId] }, KEEPER);
    expect(await find("まちがい")).toEqual(["まちがい その二"]);
    expect(told).toHaveBeenCalledOnce();
    await bringIn(index, { events: [{ ...second, redactedBy: NURSE, content: {} }], redacted: [] }, KEEPER);
    expect(await find("まちがい")).toEqual([]);
  });

  it("takes in nothing that cannot be read", async () => {
    const { find } = await indexOf(text("鍵なし", { unreadable: "keyMissing" }), text("開封中", { decrypting: true }));
    expect(await find({})).toEqual([]);
  });
});

describe("the part that is shown", () => {
  const shown = (words: string, typed: string) =>
    snippetOf(words, typed)
      .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
      .join("");

  it("marks what was found as it was written", () => {
    expect(shown("本日のﾊﾞｲﾀﾙは安定", "ばいたる")).toBe("本日の[ﾊﾞｲﾀﾙ]は安定");
    expect(shown("血圧 128\n体温 36.5", "けつあつ 体温")).toBe("血圧 128 [体温] 36.5");
    expect(shown("ああいあ", "あ あい")).toBe("[ああい][あ]".replace("][", ""));
  });

  it("begins shortly before a place far inside, and ends", () => {
    const long = `${"前".repeat(80)}見つけた${"後".repeat(200)}`;
    const found = shown(long, "見つけた");
    expect(found).toMatch(/^…前{18}\[見つけた\]後+…$/);
    expect(found.length).toBeLessThan(140);
    expect(shown(long, "")).toMatch(/^前{80}見つけた後+…$/);
  });
});
