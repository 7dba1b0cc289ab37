import type { CardAction } from "@tsunagi/contracts/events";
import { createContext, useContext } from "react";
import type { ShownPerson } from "../rooms/names.ts";
import type { Pictures } from "./pictures.ts";
import type { Attachment, Picture } from "./tile.ts";

/** What tiles need besides their event. */
export interface TimelineTools {
  readonly nameOf: (userId: string) => ShownPerson;
  readonly keeperUserId: string;
  readonly pictures: Pictures;
  readonly openPicture: (picture: Picture) => void;
  readonly save: (attachment: Attachment) => Promise<void>;
  /** A card's button. @param text what the card shows */
  readonly act: (action: CardAction, text?: string) => void;
}

export const ToolsContext = createContext<TimelineTools | undefined>(undefined);

export function useTools(): TimelineTools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error("outside a timeline");
  return tools;
}
