import type { CardAction } from "@tsunagi/contracts/events";
import { createContext, useContext } from "react";
import type { TimelineEvent } from "../matrix/models.ts";
import type { ShownPerson } from "../rooms/names.ts";
import type { Editing } from "./editing.ts";
import type { Pictures } from "./pictures.ts";
import type { Reaction } from "./reactions.ts";
import type { Attachment, Picture } from "./tile.ts";
import type { VoicePlayer } from "./voicePlayer.ts";

/** What tiles need besides their event. */
export interface TimelineTools {
  readonly nameOf: (userId: string) => ShownPerson;
  readonly keeperUserId: string;
  readonly pictures: Pictures;
  readonly openPicture: (picture: Picture) => void;
  readonly openVideo: (picture: Picture) => void;
  /** Shows a PDF's pages. */
  readonly openDocument: (attachment: Attachment) => void;
  readonly bytes: (attachment: Attachment) => Promise<ArrayBuffer>;
  readonly player: VoicePlayer;
  readonly save: (attachment: Attachment) => Promise<void>;
  /** Gives a reaction or takes one's own back. @param given what the message has of it */
  readonly react: (event: TimelineEvent, key: string, given: Reaction | undefined) => void;
  readonly isPinned: (eventId: string) => boolean;
  /** The message being put right. */
  readonly editing: Editing;
  readonly saveEdit: () => void;
  /** Asks, then leaves for a page outside. */
  readonly openLink: (href: string) => void;
  /** Long texts that were unfolded: a row forgets when it is scrolled away. */
  readonly unfolded: Set<string>;
  /** A card's button. @param text what the card shows */
  readonly act: (action: CardAction, text?: string) => void | Promise<void>;
}

export const ToolsContext = createContext<TimelineTools | undefined>(undefined);

export function useTools(): TimelineTools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error("outside a timeline");
  return tools;
}
