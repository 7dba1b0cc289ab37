import { ACK_REQUEST_KEY, MENTION_WORDS_KEY, URGENCY_KEY, URGENT_MARK } from "@tsunagi/contracts/events";
import type { Content } from "../matrix/models.ts";
import type { Draft, Mention } from "./draft.ts";

/** Mentions whose word still stands in the text: who erased it does not mean them any more. */
export const stillMeant = ({ text, mentions }: Pick<Draft, "text" | "mentions">): readonly Mention[] =>
  mentions.filter(({ word }) => text.includes(word));

/** A draft as a message; urgency and mentions stay readable for clients that know no badge and no pill. */
export function messageContent(draft: Draft): Content {
  const { askAck, urgent, replyTo } = draft;
  const body = draft.text.trim();
  const meant = stillMeant(draft);
  return {
    msgtype: "m.text",
    body: urgent ? `${URGENT_MARK}${body}` : body,
    ...(urgent ? { [URGENCY_KEY]: "urgent" } : {}),
    ...(askAck ? { [ACK_REQUEST_KEY]: true } : {}),
    ...(meant.length > 0 ? { "m.mentions": mentioned(meant), [MENTION_WORDS_KEY]: wordsOf(meant) } : {}),
    ...(replyTo ? { "m.relates_to": { "m.in_reply_to": { event_id: replyTo } } } : {}),
  };
}

const wordsOf = (meant: readonly Mention[]): readonly string[] => [...new Set(meant.map(({ word }) => word))];

/** Matrix spec, "User and room mentions". */
function mentioned(meant: readonly Mention[]): Content {
  const userIds = [...new Set(meant.flatMap((mention) => mention.userIds))];
  return {
    ...(userIds.length > 0 ? { user_ids: userIds } : {}),
    ...(meant.some(({ everybody }) => everybody) ? { room: true } : {}),
  };
}
