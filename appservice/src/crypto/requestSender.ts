import {
  type KeysBackupRequest,
  type KeysClaimRequest,
  type KeysQueryRequest,
  type KeysUploadRequest,
  type OlmMachine,
  RequestType,
  type RoomMessageRequest,
  type SignatureUploadRequest,
  type ToDeviceRequest,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import type { Homeserver, Method, RequestOptions } from "../matrix/homeserver.ts";
import { Serial } from "./serial.ts";

export type MachineRequest =
  | KeysUploadRequest
  | KeysQueryRequest
  | KeysClaimRequest
  | ToDeviceRequest
  | SignatureUploadRequest
  | RoomMessageRequest
  | KeysBackupRequest;

export interface BotIdentity {
  readonly userId: string;
  readonly deviceId: string;
}

const V3 = "/_matrix/client/v3";
const segment = encodeURIComponent;

/**
 * Carries the machine's requests to the homeserver and the answers back. Never two of a kind in flight: the machine
 * would count them twice.
 */
export class RequestSender {
  readonly #machine: OlmMachine;
  readonly #homeserver: Homeserver;
  readonly #as: BotIdentity;
  readonly #flushing = new Serial();
  readonly #claiming = new Serial();

  constructor(machine: OlmMachine, homeserver: Homeserver, as: BotIdentity) {
    this.#machine = machine;
    this.#homeserver = homeserver;
    this.#as = as;
  }

  /** Sends everything the machine wants sent: key uploads and queries, to-device messages, signatures. */
  flush(): Promise<void> {
    return this.#flushing.run(async () => {
      for (const request of await this.#machine.outgoingRequests()) await this.send(request);
    });
  }

  /** Fresh device lists and identities of these users, whether the machine asked or not. */
  queryKeys(userIds: readonly string[]): Promise<void> {
    return this.#flushing.run(async () => {
      await this.send(this.#machine.queryKeysForUsers(userIds.map((id) => new UserId(id))));
    });
  }

  /** One-to-one sessions with all devices of these users, as far as they are missing. */
  claimSessions(userIds: readonly string[]): Promise<void> {
    return this.#claiming.run(async () => {
      const request = await this.#machine.getMissingSessions(userIds.map((id) => new UserId(id)));
      if (request) await this.send(request);
    });
  }

  async send(request: MachineRequest): Promise<void> {
    const { method, path, query } = route(request);
    const response = await this.#call(method, path, query ? { body: request.body, query } : { body: request.body });
    if (request.id) await this.#machine.markRequestAsSent(request.id, request.type, response);
  }

  /** A request as the bot's own device. */
  json<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
    return this.#homeserver.json<T>(method, path, { ...options, as: this.#as });
  }

  #call(method: Method, path: string, options: RequestOptions): Promise<string> {
    return this.#homeserver.text(method, path, { ...options, as: this.#as });
  }
}

function route(request: MachineRequest): { method: Method; path: string; query?: Record<string, string> } {
  switch (request.type) {
    case RequestType.KeysUpload:
      return { method: "POST", path: `${V3}/keys/upload` };
    case RequestType.KeysQuery:
      return { method: "POST", path: `${V3}/keys/query` };
    case RequestType.KeysClaim:
      return { method: "POST", path: `${V3}/keys/claim` };
    case RequestType.SignatureUpload:
      return { method: "POST", path: `${V3}/keys/signatures/upload` };
    case RequestType.ToDevice: {
      const { event_type, txn_id } = request as ToDeviceRequest;
      return { method: "PUT", path: `${V3}/sendToDevice/${segment(event_type)}/${segment(txn_id)}` };
    }
    case RequestType.RoomMessage: {
      const { room_id, event_type, txn_id } = request as RoomMessageRequest;
      return { method: "PUT", path: `${V3}/rooms/${segment(room_id)}/send/${segment(event_type)}/${segment(txn_id)}` };
    }
    case RequestType.KeysBackup:
      return {
        method: "PUT",
        path: `${V3}/room_keys/keys`,
        query: { version: (request as KeysBackupRequest).version },
      };
    default:
      throw new Error(`the machine asked for something unknown: ${request.type}`);
  }
}
