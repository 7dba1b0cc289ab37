import type { Card } from "@tsunagi/contracts/events";
import type { EncryptedFile, Unreadable } from "../matrix/models.ts";

/** A file as a message describes it. */
export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  /** Bytes; null when the sender did not say. */
  readonly size: number | null;
  readonly file: EncryptedFile;
}

export interface Picture extends Attachment {
  /** Pixels, so that the place is kept while it loads. */
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnail: Attachment | null;
}

/** What one event looks like. */
export type Tile =
  | {
      readonly kind: "text";
      readonly body: string;
      /** Words of it that name somebody. */
      readonly mentions?: readonly string[];
    }
  /** Automatic words: a bot's, or a client's. */
  | { readonly kind: "notice"; readonly body: string }
  /** A slash command somebody gave. */
  | { readonly kind: "command"; readonly body: string }
  | { readonly kind: "image"; readonly picture: Picture; readonly caption: string }
  | {
      readonly kind: "audio";
      readonly attachment: Attachment;
      readonly seconds: number;
      /** Loudness over time, 0 to 1; as many bars as are drawn. */
      readonly waveform: readonly number[];
      /** Spoken to be heard here, not a file of music. */
      readonly voice: boolean;
      readonly caption: string;
    }
  | { readonly kind: "video"; readonly picture: Picture; readonly caption: string }
  | { readonly kind: "file"; readonly attachment: Attachment; readonly caption: string }
  | { readonly kind: "card"; readonly card: Card; readonly body: string }
  | { readonly kind: "redacted"; readonly by: string }
  | { readonly kind: "undecryptable"; readonly reason: Unreadable }
  | { readonly kind: "decrypting" }
  | { readonly kind: "member"; readonly change: MemberChange; readonly userId: string }
  | { readonly kind: "unknown"; readonly body: string };

export type MemberChange = "joined" | "left" | "removed";
export type TileKind = Tile["kind"];
export type TileOf<Kind extends TileKind> = Extract<Tile, { kind: Kind }>;
