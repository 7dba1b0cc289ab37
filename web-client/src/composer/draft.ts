import { z } from "zod";

/** A word of a text that names somebody, and who is meant. */
export const mention = z.object({
  /** With its "@", as it stands in the text. */
  word: z.string(),
  userIds: z.array(z.string()),
  /** Everybody in the room, those who come later too. */
  everybody: z.boolean(),
});
export type Mention = z.infer<typeof mention>;

/** What was begun in a room. */
export const draft = z.object({
  text: z.string(),
  askAck: z.boolean(),
  urgent: z.boolean(),
  /** Id of the message it answers. */
  replyTo: z.string().nullable(),
  mentions: z.array(mention),
});
export type Draft = Readonly<z.infer<typeof draft>>;

export const EMPTY_DRAFT: Draft = { text: "", askAck: false, urgent: false, replyTo: null, mentions: [] };

export const isEmpty = ({ text, askAck, urgent, replyTo }: Draft): boolean =>
  text === "" && !askAck && !urgent && replyTo === null;

export const sameDraft = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other);
