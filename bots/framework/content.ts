import { CARD_KEY, type CardInput, card } from "@tsunagi/contracts/events";
import type { Answer } from "./command.ts";

export type MessageContent = Record<string, unknown>;

/** A bot's message: a card for our client, the same as text for every other. */
export function cardMessage({ body, card: input, mentions = [] }: Answer): MessageContent {
  const called = mentions.length > 0 ? { "m.mentions": { user_ids: mentions } } : {};
  return { msgtype: "m.notice", body, ...called, [CARD_KEY]: card.parse(input satisfies CardInput) };
}
