import type { FacilityDocument } from "@tsunagi/care/facilities/search/document";
import type { EnqueuedTaskPromise, Meilisearch, Settings } from "meilisearch";
import { EngineRefusal, unwrapped } from "./errors.ts";
import { MEILI_SETTINGS, toMeili } from "./meiliDocument.ts";

/** Raise the number when documents or settings change: the hub then fills a new index and leaves the old one alone. */
export const INDEX = "facilities_v1";
const NEXT = `${INDEX}_next`;
const WAIT = { timeout: 600_000, interval: 20 };

/** The index as the hub manages it: made, filled beside the old one, swapped in. */
export class MeiliIndex {
  readonly #client: Meilisearch;

  constructor(client: Meilisearch) {
    this.#client = client;
  }

  async put(documents: readonly FacilityDocument[], uid = INDEX): Promise<void> {
    await this.#done(this.#client.index(uid).addDocuments(documents.map(toMeili)));
  }

  /** True when the index is there and holds something: it is filled beside and swapped in whole. */
  async isCurrent(): Promise<boolean> {
    try {
      return (await unwrapped(this.#client.index(INDEX).getStats())).numberOfDocuments > 0;
    } catch (error) {
      if (error instanceof EngineRefusal && error.code === "index_not_found") return false;
      throw error;
    }
  }

  async rebuild(batches: AsyncIterable<readonly FacilityDocument[]>): Promise<void> {
    await this.#done(this.#client.deleteIndex(NEXT), ["index_not_found"]);
    await this.#done(this.#client.createIndex(NEXT, { primaryKey: "id" }));
    await this.#done(this.#client.createIndex(INDEX, { primaryKey: "id" }), ["index_already_exists"]);
    await this.#done(this.#client.index(NEXT).updateSettings(MEILI_SETTINGS as Settings));
    for await (const documents of batches) await this.put(documents, NEXT);
    await this.#done(this.#client.swapIndexes([{ indexes: [INDEX, NEXT], rename: false }]));
    await this.#done(this.#client.deleteIndex(NEXT), ["index_not_found"]);
  }

  async #done(task: EnqueuedTaskPromise, allowed: readonly string[] = []): Promise<void> {
    const { status, type, error } = await unwrapped(task.waitTask(WAIT));
    if (status === "succeeded" || (error && allowed.includes(error.code))) return;
    throw new EngineRefusal(`task ${type}`, 422, error?.code ?? status);
  }
}
