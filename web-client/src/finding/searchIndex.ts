import type { Attachment, Picture } from "../timeline/tile.ts";

/*
 * The seam of finding. What stands behind it today holds in memory what this device has seen since it was opened; one
 * that keeps everything (encrypted, on the disk) can take its place without a view noticing. That is why it answers
 * with promises.
 */

export type FoundFile =
  | { readonly kind: "image"; readonly attachment: Picture }
  | { readonly kind: "file"; readonly attachment: Attachment };

/** One message as it is looked for. */
export interface SearchDocument {
  readonly eventId: string;
  readonly roomId: string;
  readonly sender: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  /** Its words; of a file what was written to it. */
  readonly text: string;
  readonly file: FoundFile | null;
}

export interface SearchQuery {
  /** Words with spaces between them; all must be there. Empty = all messages. */
  readonly text: string;
  readonly roomId: string | null;
  readonly sender: string | null;
  readonly withFile: boolean;
  /** Milliseconds since the epoch, the first one still in. */
  readonly since: number | null;
  /** Milliseconds since the epoch, the first one out again. */
  readonly until: number | null;
  /** Hits to give, newest first. */
  readonly limit: number;
}

export interface SearchAnswer {
  readonly hits: readonly SearchDocument[];
  /** Hits there are, given or not. */
  readonly total: number;
  /** Messages that were looked at: those of the room, or all. */
  readonly searched: number;
}

export interface SearchIndex {
  /** Takes messages in; one that is known is replaced. */
  add(documents: readonly SearchDocument[]): void;
  remove(eventIds: readonly string[]): void;
  /** A message that is in it. */
  get(eventId: string): Promise<SearchDocument | null>;
  query(query: SearchQuery): Promise<SearchAnswer>;
  /** Told when something has come or gone. @returns unsubscribe */
  subscribe(listener: () => void): () => void;
}
