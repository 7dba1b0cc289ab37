import { setTimeout as delay } from "node:timers/promises";
import * as sdk from "matrix-js-sdk";
import type { Person } from "../env/person.ts";

/** Sends commands one after another until told to stop; none is given up, none is sent twice. */
export class Talker {
  /** Event ids of the commands the homeserver has taken. */
  readonly sent: string[] = [];
  readonly #person: Person;
  readonly #roomId: string;
  readonly #pauseMs: number;
  #stopping = false;
  readonly #running: Promise<void>;

  constructor(person: Person, roomId: string, pauseMs: number) {
    this.#person = person;
    this.#roomId = roomId;
    this.#pauseMs = pauseMs;
    this.#running = this.#talk();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async #talk(): Promise<void> {
    for (let i = 0; !this.#stopping; i += 1) {
      const text = i % 3 === 2 ? "/メンバー" : `/記録 日常生活 ${this.#person.loginName} の記録 ${i}`;
      this.sent.push(await this.#send(text));
      await delay(this.#pauseMs);
    }
  }

  /** The same transaction id again and again until the homeserver has it (Matrix spec, "Transaction identifiers"). */
  async #send(body: string): Promise<string> {
    const { client } = this.#person;
    const room = client.getRoom(this.#roomId);
    try {
      return (await client.sendMessage(this.#roomId, { msgtype: sdk.MsgType.Text, body } as never)).event_id;
    } catch {
      for (;;) {
        await delay(200);
        const waiting = room?.getPendingEvents().find((event) => event.status === sdk.EventStatus.NOT_SENT);
        if (!room || !waiting) throw new Error("the message that was not sent is gone");
        try {
          return (await client.resendEvent(waiting, room)).event_id;
        } catch {
          // the homeserver is still away
        }
      }
    }
  }
}
