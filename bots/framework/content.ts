import { CARD_KEY, type CardInput, card } from "@tsunagi/contracts/events";
import type { Answer } from "./command.ts";

export type MessageContent = Record<string, unknown>;

/** A bot's message: a card for our client, the same as text for every other. */
export function cardMessage({ body, card: input }: Answer): MessageContent {
  return { msgtype: "m.notice", body, [CARD_KEY]: card.parse(input satisfies CardInput) };
}

/** The answer to one event, attached to it as a reply. */
export const replyContent = (answer: Answer, eventId: string): MessageContent => ({
  ...cardMessage(answer),
  "m.relates_to": { "m.in_reply_to": { event_id: eventId } },
});

/** The answer that takes the place of an earlier one (the command was mended by an edit). */
export const replacingContent = (answer: Answer, earlierAnswer: string): MessageContent => ({
  ...cardMessage(answer),
  body: `* ${answer.body}`,
  "m.new_content": cardMessage(answer),
  "m.relates_to": { rel_type: "m.replace", event_id: earlierAnswer },
});
