import { MatrixError } from "../matrix/errors.ts";
import type { Homeserver } from "../matrix/homeserver.ts";

/** Many devices are told of one event at nearly the same time. */
const REMEMBERED = 500;

/** Looks up once who sent an event. @param botUserId who is in every room */
export function ownEvents(homeserver: Homeserver, botUserId: string) {
  const known = new Map<string, Promise<boolean>>();
  const look = async (roomId: string, eventId: string): Promise<boolean> => {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/event/${encodeURIComponent(eventId)}`;
    try {
      const { sender } = await homeserver.json<{ sender: string }>("GET", path, { as: { userId: botUserId } });
      return sender === botUserId;
    } catch (error) {
      if (error instanceof MatrixError && !error.transient) return false; // taken back meanwhile, or a room without the bot
      throw error;
    }
  };
  return (roomId: string, eventId: string): Promise<boolean> => {
    const asked = known.get(eventId);
    if (asked) return asked;
    const answer = look(roomId, eventId);
    known.set(eventId, answer);
    answer.catch(() => known.delete(eventId));
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return answer;
  };
}
