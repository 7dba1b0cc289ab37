import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { MatrixError } from "matrix-js-sdk/lib/http-api/errors.js";
import { Method } from "matrix-js-sdk/lib/http-api/method.js";
import { MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";
import { failing } from "./failures.ts";
import type { Content } from "./models.ts";

const UNSTABLE = "org.matrix.msc4140";
const PREFIX = `/_matrix/client/unstable/${UNSTABLE}`;

/** SDK internal (matrix-js-sdk 43.0.0, pinned): encrypts an event as for sending, sharing its key with the room. */
interface Encrypting {
  encryptEvent(event: MatrixEvent, room: Room): Promise<void>;
}

/** Messages the homeserver sends at a later time (MSC4140): it holds them encrypted, as it would any message. */
export class DelayedSending {
  readonly #client: MatrixClient;

  constructor(client: MatrixClient) {
    this.#client = client;
  }

  /**
   * Encrypts a message now and leaves it with the homeserver.
   * @param delayMs from now
   * @param txnId the same again for another attempt: the server takes it once
   * @returns what to cancel it by. @throws MatrixFailure
   */
  async schedule(roomId: string, content: Content, delayMs: number, txnId: string): Promise<string> {
    const client = this.#client;
    const room = client.getRoom(roomId);
    const crypto = client.getCrypto() as unknown as Encrypting | undefined;
    const event = new MatrixEvent({ type: "m.room.message", room_id: roomId, sender: client.getSafeUserId(), content });
    return failing(async () => {
      if (!room || !crypto) throw new Error("the room is not here");
      await crypto.encryptEvent(event, room);
      const path = `/rooms/${encodeURIComponent(roomId)}/send/${event.getWireType()}/${encodeURIComponent(txnId)}`;
      const query = { [`${UNSTABLE}.delay`]: String(Math.max(0, Math.round(delayMs))) };
      const answer = await client.http.authedRequest<{ delay_id: string }>(
        Method.Put,
        path,
        query,
        event.getWireContent(),
      );
      return answer.delay_id;
    });
  }

  /** @returns false when it was sent already, or is not known. @throws MatrixFailure when there is no line */
  async cancel(delayId: string): Promise<boolean> {
    const path = `/delayed_events/${encodeURIComponent(delayId)}/cancel`;
    try {
      await this.#client.http.authedRequest(Method.Post, path, undefined, {}, { prefix: PREFIX });
      return true;
    } catch (error) {
      if (error instanceof MatrixError && (error.httpStatus === 404 || error.httpStatus === 409)) return false;
      return failing(() => Promise.reject(error));
    }
  }
}
