import type { EventEmitter } from "node:events";
import type { Server } from "node:http";
import { AppService } from "matrix-appservice";
import type { Transaction } from "../crypto/incoming.ts";
import { errorFields, type Log } from "../log/log.ts";

/** Takes a transaction for good; Synapse is answered when it resolves and repeats it when it rejects. */
export type TransactionTaker = (id: string, transaction: Transaction) => Promise<void>;

interface Request {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}
interface Response {
  status(code: number): Response;
  send(body: unknown): void;
}

/** AppService as it is built: its entry and its server are private in its types, and the bridge's documented place to
 * bring an instance of one's own is `listen`. A test sends it a real transaction. */
interface AppServiceShape extends EventEmitter {
  readonly server?: Server;
  isInvalidToken(request: Request, response: Response): boolean;
}
const Base = AppService as unknown as new (config: {
  homeserverToken: string;
  httpMaxSizeBytes: number;
}) => AppServiceShape;

const LARGEST_TRANSACTION_BYTES = 64_000_000;
/** Longer than Synapse keeps idle connections, so that it never sends into one we are closing. */
const KEEP_ALIVE_MS = 75_000;

/** The appservice's HTTP side with our own transaction entry: encryption first, then the durable inbox, then 200. */
export class TransactionEntry extends Base {
  readonly #take: TransactionTaker;
  readonly #log: Log;

  constructor(homeserverToken: string, take: TransactionTaker, log: Log) {
    super({ homeserverToken, httpMaxSizeBytes: LARGEST_TRANSACTION_BYTES });
    this.#take = take;
    this.#log = log;
  }

  async onTransaction(request: Request, response: Response): Promise<void> {
    if (this.isInvalidToken(request, response)) return;
    const id = request.params["txnId"] ?? "";
    try {
      await this.#take(id, request.body as Transaction);
      response.send({});
    } catch (error) {
      this.#log.error(
        { transaction: id, ...errorFields(error) },
        "a transaction could not be taken; Synapse repeats it",
      );
      response.status(500).send({ errcode: "M_UNKNOWN", error: "not taken" });
    }
  }

  keepConnectionsAlive(): void {
    if (this.server) this.server.keepAliveTimeout = KEEP_ALIVE_MS;
  }
}
