import type { FeedBatch } from "../matrix/messageFeed.ts";
import { bringIn } from "./indexing.ts";
import { MemoryIndex } from "./memoryIndex.ts";
import type { HistoryPort } from "./olderSearch.ts";
import type { SearchAnswer, SearchIndex, SearchQuery } from "./searchIndex.ts";

interface Feed {
  start(): () => void;
  flush(): void;
}

export interface FindingInputs {
  /** Messages as they come to be readable. */
  readonly feed: (listener: (batch: FeedBatch) => void) => Feed;
  readonly history: HistoryPort;
  readonly keeperUserId: string;
}

/** What can be found on this device, as long as one is signed in. */
export class Finding {
  readonly index: SearchIndex = new MemoryIndex();
  readonly history: HistoryPort;
  readonly #feed: Feed;
  #bringing: Promise<void> = Promise.resolve();

  constructor({ feed, history, keeperUserId }: FindingInputs) {
    this.history = history;
    this.#feed = feed((batch) => {
      this.#bringing = this.#bringing.then(() => bringIn(this.index, batch, keeperUserId));
    });
  }

  /** @returns a function that ends it */
  start(): () => void {
    return this.#feed.start();
  }

  /** Answers with everything that has been read until now. */
  async query(query: SearchQuery): Promise<SearchAnswer> {
    this.#feed.flush();
    await this.#bringing;
    return this.index.query(query);
  }
}
