import type { Care } from "@tsunagi/care/kernel/unit";
import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import type { MatrixEvent } from "../matrix/events.ts";
import type { Homeserver } from "../matrix/homeserver.ts";
import { fetchEvent } from "../matrix/readEvent.ts";
import { matrixIdOf } from "./matrixId.ts";
import { type Deliverers, type Delivery, NotYet } from "./outbox.ts";

interface Dependencies {
  readonly care: Care;
  readonly bot: EncryptedBot;
  readonly homeserver: Homeserver;
}

const segment = encodeURIComponent;

/** Letters in their rooms (R15). Which event is a letter its sender says: nothing is done to anybody else's. */
export function mailDeliverers(d: Dependencies): Pick<Deliverers, "mail.settle" | "mail.redact"> {
  return {
    /** Recipients come after it in the room's line: they get the keeper's keys, and the letter's must be among them. */
    "mail.settle": async ({ payload }) => {
      const found = await event(d, payload);
      if (found.sender !== payload.userId || found.content["ciphertext"] === undefined) return "notALetter";
      const decrypted = await d.bot.decrypt(found);
      if ("missingKey" in decrypted) throw new NotYet("the key of a letter has not come yet");
      return "event" in decrypted ? "readable" : decrypted.reason;
    },
    "mail.redact": async ({ key, payload }) => {
      const { sender } = await event(d, payload);
      if (sender !== payload.userId) return "notTheirs";
      const room = await matrixIdOf(d.care, payload.room);
      const path = `/_matrix/client/v3/rooms/${segment(room)}/redact/${segment(payload.eventId)}/${segment(key)}`;
      await d.homeserver.json("PUT", path, { body: {}, as: { userId: d.bot.identity.userId } });
      return null;
    },
  };
}

const event = async (d: Dependencies, { room, eventId }: Delivery<"mail.settle">["payload"]): Promise<MatrixEvent> =>
  fetchEvent(d.homeserver, d.bot.identity.userId, await matrixIdOf(d.care, room), eventId);
