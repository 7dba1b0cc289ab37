import { ACK_KEY, CARD_KEY, COMMAND_KEY } from "@tsunagi/contracts/events";
import { describe, expect, it } from "vitest";
import { confirmationContent } from "./confirmations.ts";
import { event, message } from "./testEvents.ts";
import { tileOf } from "./tileOf.ts";

const KEEPER = "@_tsunagi:localhost";
const file = {
  url: "mxc://localhost/abc",
  key: { kty: "oct", k: "x", alg: "A256CTR", key_ops: ["encrypt"], ext: true },
  iv: "iv",
  hashes: { sha256: "h" },
  v: "v2",
};
const card = { kind: "record", title: { ja: "日常生活｜記録しました", en: "Daily life" }, text: "昼食を全量" };

describe("tileOf", () => {
  it("draws words as text", () => {
    expect(tileOf(event(), KEEPER)).toEqual({ kind: "text", body: "All is well" });
  });

  it("draws a command as a command, typed or sent by a form", () => {
    expect(tileOf(message({ msgtype: "m.text", body: "／記録 日常生活 昼食" }), KEEPER)?.kind).toBe("command");
    const form = { msgtype: "m.text", body: "記録", [COMMAND_KEY]: { name: "note", arguments: {} } };
    expect(tileOf(message(form), KEEPER)?.kind).toBe("command");
    expect(tileOf(message({ msgtype: "m.text", body: "1/2量でした" }), KEEPER)?.kind).toBe("text");
    expect(tileOf(message({ msgtype: "m.text", body: "/ 半分" }), KEEPER)?.kind).toBe("text");
  });

  it("draws a bot's plain words as a notice", () => {
    expect(tileOf(message({ msgtype: "m.notice", body: "お知らせ" }), KEEPER)?.kind).toBe("notice");
  });

  it("draws a card only when the keeper sent it", () => {
    const content = { msgtype: "m.notice", body: "記録しました", [CARD_KEY]: card };
    expect(tileOf(message(content, { sender: KEEPER }), KEEPER)).toMatchObject({
      kind: "card",
      card: { text: "昼食を全量", actions: [] },
      body: "記録しました",
    });
    expect(tileOf(message(content), KEEPER)).toEqual({ kind: "notice", body: "記録しました" });
  });

  it("falls back to the body when a card is malformed", () => {
    const content = { msgtype: "m.notice", body: "記録しました", [CARD_KEY]: { kind: "party" } };
    expect(tileOf(message(content, { sender: KEEPER }), KEEPER)).toEqual({ kind: "notice", body: "記録しました" });
  });

  it("draws an encrypted image with its size and thumbnail", () => {
    const content = {
      msgtype: "m.image",
      body: "右膝です",
      filename: "knee.jpg",
      file,
      info: { mimetype: "image/jpeg", size: 1200, w: 400, h: 300, thumbnail_file: file, thumbnail_info: { w: 40 } },
    };
    expect(tileOf(message(content), KEEPER)).toMatchObject({
      kind: "image",
      caption: "右膝です",
      picture: { name: "knee.jpg", mimeType: "image/jpeg", size: 1200, width: 400, height: 300, thumbnail: { file } },
    });
  });

  it("survives an image whose description is nonsense", () => {
    const content = { msgtype: "m.image", body: "a.png", file, info: { w: -3, h: "high", size: "big" } };
    expect(tileOf(message(content), KEEPER)).toMatchObject({
      kind: "image",
      picture: { width: null, height: null, size: null, thumbnail: null },
    });
  });

  it("does not draw a file that was sent in the clear", () => {
    const content = { msgtype: "m.file", body: "plan.pdf", url: "mxc://localhost/abc" };
    expect(tileOf(message(content), KEEPER)).toEqual({ kind: "unknown", body: "plan.pdf" });
  });

  it("draws files, and sound and films by what they are", () => {
    const kindOf = (msgtype: string) => tileOf(message({ msgtype, body: "plan.pdf", file }), KEEPER)?.kind;
    expect(["m.file", "m.audio", "m.video"].map(kindOf)).toEqual(["file", "audio", "video"]);
    expect(tileOf(message({ msgtype: "m.file", body: "plan.pdf", file }), KEEPER)).toMatchObject({
      attachment: { name: "plan.pdf", mimeType: "application/octet-stream" },
    });
  });

  it("knows a voice memo, how long it is and what it looks like", () => {
    const described = { duration: 4000, waveform: [0, 512, 1024, 2048, -5] };
    const voice = { "org.matrix.msc3245.voice": {}, "org.matrix.msc1767.audio": described };
    const tile = tileOf(message({ msgtype: "m.audio", body: "memo.ogg", file, ...voice }), KEEPER);
    expect(tile).toMatchObject({ kind: "audio", voice: true, seconds: 4 });
    const bars = tile?.kind === "audio" ? tile.waveform : [];
    expect([bars.length, Math.min(...bars), Math.max(...bars)]).toEqual([32, 0, 1]);
  });

  it("shows nothing where a reaction was taken back", () => {
    expect(tileOf(message({}, { type: "m.reaction", redactedBy: "@nurse:localhost" }), KEEPER)).toBeNull();
  });

  it("says who took a message back", () => {
    expect(tileOf(event({ redactedBy: "@nurse:localhost", content: {} }), KEEPER)).toEqual({
      kind: "redacted",
      by: "@nurse:localhost",
    });
  });

  it("tells a message that waits for its key from one that cannot be read", () => {
    const encrypted = { type: "m.room.encrypted", content: {} };
    expect(tileOf(event({ ...encrypted, decrypting: true }), KEEPER)).toEqual({ kind: "decrypting" });
    expect(tileOf(event({ ...encrypted, unreadable: "keyMissing" }), KEEPER)).toEqual({
      kind: "undecryptable",
      reason: "keyMissing",
    });
  });

  it("hides confirmations, edits, reactions and room settings", () => {
    expect(tileOf(message(confirmationContent("$1")), KEEPER)).toBeNull();
    expect(confirmationContent("$1")[ACK_KEY]).toEqual({ event_id: "$1" });
    expect(tileOf(event({ relation: { type: "m.replace", eventId: "$1" } }), KEEPER)).toBeNull();
    expect(tileOf(event({ type: "m.reaction" }), KEEPER)).toBeNull();
    expect(tileOf(event({ type: "m.room.name", stateKey: "" }), KEEPER)).toBeNull();
  });

  it("draws coming and going, but not invitations, new profiles or the keeper", () => {
    const member = (now: string, before: string | null, change = {}) =>
      tileOf(
        event({
          type: "m.room.member",
          stateKey: "@nurse:localhost",
          content: { membership: now },
          previous: before === null ? null : { membership: before },
          ...change,
        }),
        KEEPER,
      );
    expect(member("join", "invite")).toEqual({ kind: "member", change: "joined", userId: "@nurse:localhost" });
    expect(member("leave", "join")).toMatchObject({ change: "left" });
    expect(member("leave", "join", { sender: KEEPER })).toMatchObject({ change: "removed" });
    expect(member("leave", "invite")).toBeNull();
    expect(member("join", "join")).toBeNull();
    expect(member("invite", null)).toBeNull();
    expect(member("join", null, { stateKey: KEEPER })).toBeNull();
  });

  it("says of anything else that it cannot be shown", () => {
    expect(tileOf(event({ type: "m.poll.start", content: {} }), KEEPER)).toEqual({ kind: "unknown", body: "" });
    expect(tileOf(message({ msgtype: "m.location", body: "ここ" }), KEEPER)).toEqual({ kind: "unknown", body: "ここ" });
  });
});
