import type { Homeserver } from "../matrix/homeserver.ts";
import { findEvent } from "../matrix/readEvent.ts";

/** Many devices are told of one event at nearly the same time. */
const REMEMBERED = 500;

/** Looks up once who sent an event. @param botUserId who is in every room */
export function ownEvents(homeserver: Homeserver, botUserId: string) {
  const known = new Map<string, Promise<boolean>>();
  const look = async (roomId: string, eventId: string): Promise<boolean> =>
    (await findEvent(homeserver, botUserId, roomId, eventId))?.sender === botUserId;
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
