import type { MailId, MatrixEventId } from "@tsunagi/contracts/ids";
import { matrixEventId } from "@tsunagi/contracts/ids";
import type { MailAddress, MailView } from "@tsunagi/contracts/rest/mail";
import { HubUnreachable } from "../hub/errors.ts";
import type { HubClient } from "../hub/hubClient.ts";
import type { MatrixAccount } from "../matrix/account.ts";
import type { RoomTimelineSnapshot } from "../matrix/models.ts";
import { type Letter, letterContent } from "./letter.ts";

export interface Outgoing {
  readonly to: readonly MailAddress[];
  readonly letter: Letter;
  readonly replyTo: MailId | null;
  readonly forwardOf: MailId | null;
}

interface Begun {
  readonly outgoing: string;
  readonly mail: MailView;
}

/** Milliseconds to wait for the letter's room, and for the letter to stand in it. */
const PATIENCE_MS = 60_000;

/**
 * Sends letters (ADR 0027): a room with nobody in it is made, the letter is written there, encrypted, then its recipients
 * are let in. The same letter again after a failure goes on in its room; a changed one gets another.
 */
export class LetterWriter {
  readonly #hub: Pick<HubClient, "call">;
  readonly #account: MatrixAccount;
  #begun: Begun | undefined;

  constructor(hub: Pick<HubClient, "call">, account: MatrixAccount) {
    this.#hub = hub;
    this.#account = account;
  }

  /** @throws HubProblem when refused, HubUnreachable when it did not get through */
  async send(outgoing: Outgoing): Promise<MailView> {
    const { to, replyTo, forwardOf, letter } = outgoing;
    const stamp = JSON.stringify(outgoing);
    if (this.#begun?.outgoing !== stamp) {
      const mail = await this.#hub.call("beginMail", { body: { to: [...to], from: null, replyTo, forwardOf } });
      this.#begun = { outgoing: stamp, mail };
    }
    const { id: mailId, roomCode } = this.#begun.mail;
    const eventId = await this.#write(await this.#room(roomCode), mailId, letter);
    const sent = await this.#hub.call("sendMail", { params: { mailId }, body: { eventId } });
    this.#begun = undefined;
    return sent;
  }

  /** The client takes the keeper's invitation by itself; only then it knows how to encrypt there. */
  #room(code: string): Promise<string> {
    const { rooms } = this.#account;
    return once(rooms.subscribe, () => rooms.getSnapshot().find((room) => room.code === code)?.roomId);
  }

  async #write(roomId: string, txnId: string, letter: Letter): Promise<MatrixEventId> {
    const timeline = this.#account.timeline(roomId);
    const arrived = once(timeline.subscribe, () => idIn(timeline.getSnapshot(), txnId));
    void this.#account.sender.send(roomId, letterContent(letter), txnId);
    return matrixEventId.parse(await arrived);
  }
}

function idIn({ events }: RoomTimelineSnapshot, key: string): string | undefined {
  const event = events.find((candidate) => candidate.key === key);
  return event?.send === "sent" && event.eventId.startsWith("$") ? event.eventId : undefined;
}

/** What `look` gives as soon as it gives something. @throws HubUnreachable when that takes too long */
function once<Value>(subscribe: (listener: () => void) => () => void, look: () => Value | undefined): Promise<Value> {
  return new Promise((resolve, reject) => {
    let end = () => {};
    const timer = setTimeout(() => {
      end();
      reject(new HubUnreachable(new Error("a letter's room did not come")));
    }, PATIENCE_MS);
    const check = () => {
      const value = look();
      if (value === undefined) return;
      clearTimeout(timer);
      end();
      resolve(value);
    };
    end = subscribe(check);
    check();
  });
}
