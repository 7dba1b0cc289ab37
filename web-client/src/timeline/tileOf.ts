import { CARD_KEY, COMMAND_KEY, card, MENTION_WORDS_KEY, mentionWords, URGENT_MARK } from "@tsunagi/contracts/events";
import { acknowledged, isUrgent } from "../matrix/messages.ts";
import type { Content, TimelineEvent } from "../matrix/models.ts";
import { readFile, readPicture, readSound } from "./attachments.ts";
import type { MemberChange, Tile } from "./tile.ts";

/**
 * What an event looks like; null for one that is not drawn by itself (room settings, edits, confirmations).
 * @param keeperUserId only the keeper's cards are drawn as cards: anybody else could write one that lies
 */
export function tileOf(event: TimelineEvent, keeperUserId: string): Tile | null {
  if (event.type === "m.room.member") return memberTile(event, keeperUserId);
  if (event.stateKey !== null || event.relation?.type === "m.replace") return null;
  if (SILENT.has(event.type)) return null;
  if (event.redactedBy !== null) return { kind: "redacted", by: event.redactedBy };
  if (event.decrypting) return { kind: "decrypting" };
  if (event.unreadable) return { kind: "undecryptable", reason: event.unreadable };
  if (acknowledged(event) !== null) return null;
  if (event.type !== "m.room.message") return { kind: "unknown", body: textOf(event.content) };
  return messageTile(event, keeperUserId);
}

/** Says nothing to a reader by itself. */
const SILENT: ReadonlySet<string> = new Set(["m.room.redaction", "m.reaction"]);
const COMMAND_TEXT = /^[/／]\p{L}/u;

function messageTile(event: TimelineEvent, keeperUserId: string): Tile {
  const { content, sender } = event;
  const body = textOf(content);
  if (sender === keeperUserId) {
    const drawn = card.safeParse(content[CARD_KEY]);
    if (drawn.success) return { kind: "card", card: drawn.data, body };
  }
  switch (content["msgtype"]) {
    case "m.text":
    case "m.emote":
      if (content[COMMAND_KEY] !== undefined || COMMAND_TEXT.test(body)) return { kind: "command", body };
      return textTile(event, body);
    case "m.notice":
      return { kind: "notice", body };
    case "m.image": {
      const picture = readPicture(content);
      return picture ? { kind: "image", picture, caption: captionOf(content) } : { kind: "unknown", body };
    }
    case "m.audio": {
      const sound = readSound(content);
      return sound ? { kind: "audio", ...sound, caption: captionOf(content) } : { kind: "unknown", body };
    }
    case "m.video": {
      const picture = readPicture(content);
      return picture ? { kind: "video", picture, caption: captionOf(content) } : { kind: "unknown", body };
    }
    case "m.file": {
      const attachment = readFile(content);
      return attachment ? { kind: "file", attachment, caption: captionOf(content) } : { kind: "unknown", body };
    }
    default:
      return { kind: "unknown", body };
  }
}

/** 【至急】 stands in the body for clients that know no badge. */
function textTile(event: TimelineEvent, body: string): Tile {
  const words = mentionWords.safeParse(event.content[MENTION_WORDS_KEY]);
  return {
    kind: "text",
    body: isUrgent(event) && body.startsWith(URGENT_MARK) ? body.slice(URGENT_MARK.length) : body,
    ...(words.success && words.data.length > 0 ? { mentions: words.data } : {}),
  };
}

const textOf = (content: Content): string => (typeof content["body"] === "string" ? content["body"] : "");

/** The body beside a file name is what the sender wrote to it (Matrix spec, "Media captions"). */
const captionOf = (content: Content): string =>
  typeof content["filename"] === "string" && content["filename"] !== content["body"] ? textOf(content) : "";

/** Only coming and going; a new profile or an invitation is nobody's news, the keeper's own coming neither. */
function memberTile(event: TimelineEvent, keeperUserId: string): Tile | null {
  const userId = event.stateKey ?? "";
  const change = memberChange(event);
  return change && userId !== keeperUserId ? { kind: "member", change, userId } : null;
}

function memberChange({ content, previous, sender, stateKey }: TimelineEvent): MemberChange | null {
  const now = content["membership"];
  const before = previous?.["membership"];
  if (now === "join" && before !== "join") return "joined";
  if (before !== "join" || (now !== "leave" && now !== "ban")) return null;
  return sender === stateKey ? "left" : "removed";
}
