import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Doc } from "./filter.ts";
import { Refused, type Settings, searchDocs } from "./search.ts";

interface Index {
  readonly docs: Map<string, Doc>;
  settings: Settings;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const NO_SETTINGS: Settings = { searchableAttributes: ["*"], filterableAttributes: [], sortableAttributes: [] };

/**
 * A small stand-in for a Meilisearch server: what the hub asks of one, answered as a real one answered when it was
 * recorded (tests/fixtures/meilisearch). It finds by parts of words and never scores: what is found is right, how well
 * it fits is not told.
 */
export class MeiliDouble {
  readonly #indexes = new Map<string, Index>();
  readonly #tasks: Record<string, unknown>[] = [];
  readonly #server: Server;
  /** While true, everything is refused as by a server that is starting or out of memory. */
  away = false;

  constructor() {
    this.#server = createServer((request, response) => {
      void read(request).then((text) => {
        const { status, body } = this.answer(request.method ?? "", request.url ?? "", text);
        response
          .writeHead(status, { "content-type": "application/json" })
          .end(body === undefined ? "" : JSON.stringify(body));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  answer(method: string, url: string, text: string): Answer {
    if (this.away) return { status: 503, body: { code: "internal", message: "away" } };
    const path = new URL(url, "http://double").pathname;
    try {
      return this.#route(method, path, text === "" ? {} : JSON.parse(text));
    } catch (error) {
      if (error instanceof Refused) return refusal(error.code, error.message);
      throw error;
    }
  }

  #route(method: string, path: string, body: unknown): Answer {
    const [first, uid = "", what = "", id = ""] = path.slice(1).split("/");
    if (first === "health") return { status: 200, body: { status: "available" } };
    if (first === "tasks") return { status: 200, body: this.#tasks[Number(uid)] };
    if (first === "swap-indexes") return this.#swap(body as { indexes: [string, string] }[]);
    if (first === "multi-search") return { status: 200, body: { results: this.#searchMany(body) } };
    if (first !== "indexes") return refusal("not_found", "no such path");
    if (method === "POST" && uid === "") return this.#create(body as { uid: string });
    if (method === "DELETE" && what === "") return this.#remove(uid);
    if (what === "settings") return this.#settings(method, uid, body as Partial<Settings>);
    if (what === "documents" && method === "GET") return this.#document(uid, id);
    if (what === "documents") return this.#put(uid, body as Doc[], method === "PUT");
    if (what === "stats")
      return { status: 200, body: { numberOfDocuments: this.#index(uid).docs.size, isIndexing: false } };
    if (what === "search") {
      const { docs, settings } = this.#index(uid);
      return { status: 200, body: searchDocs([...docs.values()], settings, body as Doc) };
    }
    return refusal("not_found", "no such path");
  }

  #index(uid: string): Index {
    const index = this.#indexes.get(uid);
    if (!index) throw new Refused("index_not_found", `Index \`${uid}\` not found.`);
    return index;
  }

  #searchMany(body: unknown) {
    return (body as { queries: ({ indexUid: string } & Doc)[] }).queries.map(({ indexUid, ...question }) => {
      const { docs, settings } = this.#index(indexUid);
      return { indexUid, ...searchDocs([...docs.values()], settings, question) };
    });
  }

  #create({ uid }: { uid: string }): Answer {
    if (this.#indexes.has(uid))
      return this.#task(uid, "indexCreation", {
        code: "index_already_exists",
        message: `Index \`${uid}\` already exists.`,
      });
    this.#indexes.set(uid, { docs: new Map(), settings: NO_SETTINGS });
    return this.#task(uid, "indexCreation");
  }

  #remove(uid: string): Answer {
    const gone = this.#indexes.delete(uid);
    return this.#task(
      uid,
      "indexDeletion",
      gone ? null : { code: "index_not_found", message: `Index \`${uid}\` not found.` },
    );
  }

  #settings(method: string, uid: string, body: Partial<Settings>): Answer {
    const index = this.#index(uid);
    if (method === "GET") return { status: 200, body: index.settings };
    index.settings = { ...index.settings, ...body };
    return this.#task(uid, "settingsUpdate");
  }

  #document(uid: string, id: string): Answer {
    const doc = this.#index(uid).docs.get(id);
    return doc ? { status: 200, body: doc } : refusal("document_not_found", `Document \`${id}\` not found.`);
  }

  #put(uid: string, docs: readonly Doc[], partly: boolean): Answer {
    const index = this.#index(uid);
    const nameless = docs.find((doc) => doc["id"] === undefined);
    if (nameless)
      return this.#task(uid, "documentAdditionOrUpdate", {
        code: "missing_document_id",
        message: `Document doesn't have a \`id\` attribute: \`${JSON.stringify(nameless)}\`.`,
      });
    for (const doc of docs) {
      const id = String(doc["id"]);
      index.docs.set(id, partly ? { ...index.docs.get(id), ...doc } : doc);
    }
    return this.#task(uid, "documentAdditionOrUpdate");
  }

  #swap(swaps: readonly { indexes: [string, string] }[]): Answer {
    for (const { indexes } of swaps) {
      const [a, b] = indexes.map((uid) => this.#index(uid)) as [Index, Index];
      this.#indexes.set(indexes[0], b).set(indexes[1], a);
    }
    return this.#task(null, "indexSwap");
  }

  /** Done at once, as the answer to GET /tasks says; a real server takes its time. */
  #task(indexUid: string | null, type: string, error: { code: string; message: string } | null = null): Answer {
    const uid = this.#tasks.length;
    const enqueuedAt = new Date(0).toISOString();
    this.#tasks.push({
      uid,
      batchUid: uid,
      indexUid,
      status: error ? "failed" : "succeeded",
      type,
      canceledBy: null,
      details: {},
      error,
      duration: "PT0.01S",
      enqueuedAt,
      startedAt: enqueuedAt,
      finishedAt: enqueuedAt,
    });
    return { status: 202, body: { taskUid: uid, indexUid, status: "enqueued", type, enqueuedAt } };
  }
}

const refusal = (code: string, message: string): Answer => ({
  status: code.endsWith("_not_found") ? 404 : 400,
  body: { message, code, type: "invalid_request", link: `https://docs.meilisearch.com/errors#${code}` },
});

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
