import type { MailView } from "@tsunagi/contracts/rest/mail";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useWorkplace } from "../app/services.ts";
import type { MatrixAccount } from "../matrix/account.ts";
import { type Letter, readLetter } from "./letter.ts";

/** What a letter says: read in its room, decrypted here. `waiting` while room or key are on their way. */
export function useLetter(mail: MailView | undefined): Letter | "waiting" {
  const { account } = useWorkplace();
  const [letter, setLetter] = useState<Letter>();
  const { roomId, eventId } = mail ?? { roomId: null, eventId: null };
  useEffect(() => {
    if (!(roomId && eventId)) return undefined;
    return watchLetter(account, roomId, eventId, setLetter);
  }, [account, roomId, eventId]);
  return letter ?? "waiting";
}

/** A letter's subject as far as the list of rooms knows it: without asking for anything more. */
export function useSubject({ roomId }: MailView): string | undefined {
  const { rooms } = useWorkplace().account;
  const entry = useSyncExternalStore(rooms.subscribe, rooms.getSnapshot).find((room) => room.roomId === roomId);
  return entry?.last ? readLetter(entry.last.content)?.subject : undefined;
}

/** Looks again whenever something comes in the room, and at the list: one may not be in the room yet. */
function watchLetter(
  account: MatrixAccount,
  roomId: string,
  eventId: string,
  found: (letter: Letter) => void,
): () => void {
  const timeline = account.timeline(roomId);
  let over = false;
  const look = async () => {
    const loaded = timeline.getSnapshot().events.find((event) => event.eventId === eventId);
    const event = loaded ?? (isIn(account, roomId) ? await timeline.find(eventId) : null);
    const letter = event && readLetter(event.content);
    if (letter && !over) found(letter);
  };
  const onChange = () => void look();
  const ends = [timeline.subscribe(onChange), account.rooms.subscribe(onChange)];
  onChange();
  return () => {
    over = true;
    for (const end of ends) end();
  };
}

const isIn = (account: MatrixAccount, roomId: string): boolean =>
  account.rooms.getSnapshot().some((room) => room.roomId === roomId);
