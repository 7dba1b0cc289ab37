import { fold, foldWanted } from "@tsunagi/contracts/fold";
import type { SearchAnswer, SearchDocument, SearchIndex, SearchQuery } from "./searchIndex.ts";

interface Entry {
  readonly document: SearchDocument;
  /** Words and file name. */
  readonly folded: string;
}

/** Between the words and the file name, so that nothing is found across both. */
const GAP = "\n";

/**
 * Messages in memory, folded once and looked through newest first. Every substring is found, of one letter too, which
 * no index of words does in Japanese; at tens of thousands of messages looking through all costs a few milliseconds
 * and is never out of date (docs/adr/0017).
 */
export class MemoryIndex implements SearchIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #newestFirst: readonly Entry[] | undefined;

  add(documents: readonly SearchDocument[]): void {
    for (const document of documents) this.#entries.set(document.eventId, { document, folded: foldedOf(document) });
    if (documents.length > 0) this.#changed();
  }

  remove(eventIds: readonly string[]): void {
    const removed = eventIds.filter((eventId) => this.#entries.delete(eventId));
    if (removed.length > 0) this.#changed();
  }

  async get(eventId: string): Promise<SearchDocument | null> {
    return this.#entries.get(eventId)?.document ?? null;
  }

  async query(query: SearchQuery): Promise<SearchAnswer> {
    const wanted = wantedIn(query.text);
    const hits: SearchDocument[] = [];
    let total = 0;
    let searched = 0;
    for (const entry of this.#sorted()) {
      const { document } = entry;
      if (query.roomId !== null && document.roomId !== query.roomId) continue;
      searched += 1;
      if (!passes(document, query) || !holds(entry, wanted)) continue;
      total += 1;
      if (hits.length < query.limit) hits.push(document);
    }
    return { hits, total, searched };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #sorted(): readonly Entry[] {
    this.#newestFirst ??= [...this.#entries.values()].sort((a, b) => b.document.sentAt - a.document.sentAt);
    return this.#newestFirst;
  }

  #changed(): void {
    this.#newestFirst = undefined;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** What was typed as words to look for, folded. */
export const wantedIn = (text: string): readonly string[] =>
  text
    .split(/\s+/)
    .map(foldWanted)
    .filter((word) => word !== "");

function passes({ sender, sentAt, file }: SearchDocument, query: SearchQuery): boolean {
  if (query.sender !== null && sender !== query.sender) return false;
  if (query.withFile && file === null) return false;
  return (query.since === null || sentAt >= query.since) && (query.until === null || sentAt < query.until);
}

const holds = ({ folded }: Entry, wanted: readonly string[]): boolean => wanted.every((word) => folded.includes(word));

/** Folded as it comes, a few at a time, so that the first search need not wait for it. */
const foldedOf = ({ text, file }: SearchDocument): string =>
  file ? fold(text) + GAP + fold(file.attachment.name) : fold(text);
