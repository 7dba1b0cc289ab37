import { useText } from "../i18n/text.ts";
import { useSnapshot } from "../kit/useViewModel.ts";
import { type ArrivedFrom, roomAddress } from "../rooms/address.ts";
import { useNames } from "../rooms/names.ts";
import { useTalk } from "../rooms/TalkProvider.tsx";
import { moment } from "../timeline/when.ts";
import type { SearchDocument } from "./searchIndex.ts";

/** A hit with everything that is shown of it. */
export interface ShownHit {
  readonly document: SearchDocument;
  readonly room: string;
  readonly sender: string;
  readonly role: string;
  readonly when: string;
  readonly href: string;
}

/** Gives hits the names of their room and sender. @param me one's own user id */
export function useHits(me: string): (document: SearchDocument) => ShownHit {
  const { t, language } = useText();
  const { directory } = useTalk();
  const { rooms } = useSnapshot(directory);
  const nameOf = useNames();
  return (document) => {
    const { roomId, eventId, sentAt, sender } = document;
    const { name, roleLabel } = nameOf(sender);
    return {
      document,
      room: rooms.get(roomId)?.title ?? t("rooms.otherMessage"),
      sender: sender === me ? t("finding.own") : name,
      role: sender === me ? "" : roleLabel,
      when: moment(sentAt, Date.now(), language),
      href: roomAddress(roomId, eventId),
    };
  };
}

let serial = 0;

/** What a result's link keeps in the history: the way back, and that it is another click. */
export function arrival(from: string | undefined): ArrivedFrom {
  serial += 1;
  return { serial, ...(from ? { from } : {}) };
}
