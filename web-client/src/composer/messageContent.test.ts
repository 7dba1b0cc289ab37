import { ACK_REQUEST_KEY, MENTION_WORDS_KEY, URGENCY_KEY } from "@tsunagi/contracts/events";
import { expect, it } from "vitest";
import { EMPTY_DRAFT, type Mention } from "./draft.ts";
import { messageContent } from "./messageContent.ts";

const nurse: Mention = { word: "@苺畑 さゆり", userIds: ["@nurse:h"], everybody: false };
const helpers: Mention = { word: "@ホームヘルパー", userIds: ["@a:h", "@nurse:h"], everybody: false };

it("a plain message has nothing but its words", () => {
  expect(messageContent({ ...EMPTY_DRAFT, text: " はい \n" })).toEqual({ msgtype: "m.text", body: "はい" });
});

it("urgency and the request for confirmation are seen by every client", () => {
  expect(messageContent({ ...EMPTY_DRAFT, text: "転倒です", urgent: true, askAck: true, replyTo: "$a" })).toEqual({
    msgtype: "m.text",
    body: "【至急】転倒です",
    [URGENCY_KEY]: "urgent",
    [ACK_REQUEST_KEY]: true,
    "m.relates_to": { "m.in_reply_to": { event_id: "$a" } },
  });
});

it("each is told once, and who was erased from the text is not told", () => {
  const text = "@苺畑 さゆり @ホームヘルパー 明日の件です";
  const content = messageContent({ ...EMPTY_DRAFT, text, mentions: [nurse, helpers] });
  expect(content["m.mentions"]).toEqual({ user_ids: ["@nurse:h", "@a:h"] });
  expect(content[MENTION_WORDS_KEY]).toEqual(["@苺畑 さゆり", "@ホームヘルパー"]);
  expect(messageContent({ ...EMPTY_DRAFT, text: "明日の件です", mentions: [nurse] })).not.toHaveProperty("m.mentions");
});
