import type { TextSnapshot } from "../i18n/text.ts";
import type { Tile } from "../timeline/tile.ts";

/** The last thing said as one line of the list. */
export function previewText(tile: Tile, { t, say }: Pick<TextSnapshot, "t" | "say">): string {
  switch (tile.kind) {
    case "text":
    case "notice":
    case "command":
      return tile.body.split("\n", 1)[0] ?? "";
    case "image":
      return tile.caption || t("rooms.image");
    case "audio":
      return tile.caption || t(tile.voice ? "media.voice" : "media.audio");
    case "video":
      return tile.caption || t("media.video");
    case "file":
      return tile.caption || t("rooms.file", { name: tile.attachment.name });
    case "card":
      return [say(tile.card.title), tile.card.text?.split("\n", 1)[0]].filter(Boolean).join("　");
    case "undecryptable":
      return t("rooms.unreadable");
    case "redacted":
      return t("timeline.redacted");
    case "decrypting":
      return t("timeline.decrypting");
    case "unknown":
    case "member":
      return t("rooms.otherMessage");
  }
}
