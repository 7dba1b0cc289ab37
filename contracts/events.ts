import { z } from "zod";
import { roomKinds } from "./codes/rooms.ts";
import { line, prose } from "./text.ts";

/** Every custom event type and content key of ours begins with this. */
export const PREFIX = "jp.tsunagi";

/** State event, state key "": what the room is for. Never anything about a person. */
export const ROOM_STATE = `${PREFIX}.room`;
export const roomState = z.object({ kind: roomKinds.schema, code: line(20) });

/** Content key of a message that is a command, as a form sends it. `body` repeats it as text. */
export const COMMAND_KEY = `${PREFIX}.command`;
export const commandContent = z.object({ name: line(40), arguments: z.record(z.string(), z.unknown()) });

/** Content key of a bot's message that clients draw as a card. */
export const CARD_KEY = `${PREFIX}.card`;

/** A button on a card: what it says and the command it sends, its missing arguments asked by a form. */
export const cardAction = z.object({
  label: z.object({ ja: line(40), en: line(40) }),
  command: line(40),
  arguments: z.record(z.string(), z.string()),
  /** Asks before it is sent: the act cannot be taken back by one tap. */
  confirm: z.object({ ja: line(200), en: line(200) }).optional(),
  style: z.enum(["primary", "plain", "danger"]).default("plain"),
});
export type CardAction = z.infer<typeof cardAction>;

/** Most buttons of one card. */
export const CARD_ACTIONS = 12;

/** A bot's structured answer; drawn from this, readable by any client as `body`. */
export const card = z.object({
  kind: z.enum(["record", "recordList", "help", "members", "notice", "problem", "facilityList"]),
  title: z.object({ ja: line(120), en: line(120) }),
  /** One person's text; shown as it is. */
  text: prose(8000).optional(),
  facts: z
    .array(
      z.object({ label: z.object({ ja: line(40), en: line(60) }), value: z.object({ ja: line(400), en: line(400) }) }),
    )
    .max(40)
    .default([]),
  items: z
    .array(
      z.object({ title: line(200), text: prose(8000).optional(), id: line(60).optional(), note: line(200).optional() }),
    )
    .max(100)
    .default([]),
  actions: z.array(cardAction).max(CARD_ACTIONS).default([]),
  /** Filters of the facility search, with which its page goes on from the card. */
  filters: z.record(z.string(), z.unknown()).optional(),
  /** The id of what the card shows, so that a page can be opened from it. */
  recordId: line(60).optional(),
});
export type Card = z.infer<typeof card>;
export type CardInput = z.input<typeof card>;

/** Content key, true on a message whose sender asks everybody to confirm. */
export const ACK_REQUEST_KEY = `${PREFIX}.ack_requested`;

/** Content key of a confirmation: which event is confirmed. The message is an `m.notice` that says 確認しました. */
export const ACK_KEY = `${PREFIX}.ack`;
export const ackContent = z.object({ event_id: z.string() });

/** Content key of a reminder: which message still waits for confirmations. Who is reminded says `m.mentions`. */
export const ACK_REMINDER_KEY = `${PREFIX}.ack_reminder`;
/** What every other client shows of it. @param names of those who have not confirmed */
export const ackReminderBody = (names: readonly string[]): string =>
  `確認をお願いします。まだの方は、元のメッセージの「確認しました」を押してください：${names.map((name) => `${name}さん`).join("、")}`;

/** Content key, "urgent" on a message that cannot wait. `body` begins with {@link URGENT_MARK} for every other client. */
export const URGENCY_KEY = `${PREFIX}.urgency`;
export const urgency = z.literal("urgent");
export const URGENT_MARK = "【至急】";

/** Content key: the words of `body` that name somebody ("@苺畑 さゆり"), drawn as pills. Who is meant says `m.mentions`. */
export const MENTION_WORDS_KEY = `${PREFIX}.mention_words`;
export const mentionWords = z.array(line(80)).max(50);
