import type { Tile } from "../tile.ts";
import { AudioTile } from "./AudioTile.tsx";
import { CardTile } from "./CardTile.tsx";
import { CommandTile } from "./CommandTile.tsx";
import { DecryptingTile } from "./DecryptingTile.tsx";
import { FileTile } from "./FileTile.tsx";
import { ImageTile } from "./ImageTile.tsx";
import { NoticeTile } from "./NoticeTile.tsx";
import { RedactedTile } from "./RedactedTile.tsx";
import { TextTile } from "./TextTile.tsx";
import { UndecryptableTile } from "./UndecryptableTile.tsx";
import { UnknownTile } from "./UnknownTile.tsx";
import { VideoTile } from "./VideoTile.tsx";

/** The one table of tiles inside a message. */
export function TileView({ tile }: { tile: Exclude<Tile, { kind: "member" }> }) {
  switch (tile.kind) {
    case "text":
      return <TextTile tile={tile} />;
    case "notice":
      return <NoticeTile tile={tile} />;
    case "command":
      return <CommandTile tile={tile} />;
    case "image":
      return <ImageTile tile={tile} />;
    case "audio":
      return <AudioTile tile={tile} />;
    case "video":
      return <VideoTile tile={tile} />;
    case "file":
      return <FileTile tile={tile} />;
    case "card":
      return <CardTile tile={tile} />;
    case "redacted":
      return <RedactedTile />;
    case "undecryptable":
      return <UndecryptableTile tile={tile} />;
    case "decrypting":
      return <DecryptingTile />;
    case "unknown":
      return <UnknownTile tile={tile} />;
  }
}
