import type { TimelineEvent } from "../matrix/models.ts";
import type { Tile } from "../timeline/tile.ts";
import { tileOf } from "../timeline/tileOf.ts";
import type { FoundFile, SearchDocument } from "./searchIndex.ts";

/** A message as it is looked for; null for what has no words and no file, or cannot be read (yet). */
export function documentOf(event: TimelineEvent, keeperUserId: string): SearchDocument | null {
  const tile = tileOf(event, keeperUserId);
  const said = tile && wordsOf(tile);
  if (!said) return null;
  const { eventId, roomId, sender, sentAt } = event;
  return { eventId, roomId, sender, sentAt, ...said };
}

function wordsOf(tile: Tile): { readonly text: string; readonly file: FoundFile | null } | null {
  switch (tile.kind) {
    case "text":
    case "notice":
    case "command":
    case "card":
      return { text: tile.body, file: null };
    case "image":
      return { text: tile.caption, file: { kind: "image", attachment: tile.picture } };
    case "file":
      return { text: tile.caption, file: { kind: "file", attachment: tile.attachment } };
    default:
      return null;
  }
}
