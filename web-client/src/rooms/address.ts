import { roomPath } from "@tsunagi/contracts/paths";
import { useMemo } from "react";
import { useSearch } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";

/** What stands beside the address in the browser's history: where one came from. */
export interface ArrivedFrom {
  /** The page the way back leads to; the list when nothing is said. */
  readonly from?: string;
  /** Another one for every click, so that the same result can be opened again. */
  readonly serial?: number;
}

/** A message to show. */
export interface Target {
  readonly eventId: string;
  readonly serial: number;
}

/** The address of a room, at one of its messages when that is given. Only ids: they say nothing about anybody. */
export const roomAddress = (roomId: string, eventId?: string): string =>
  `${roomPath(roomId)}${eventId ? `?event=${encodeURIComponent(eventId)}` : ""}`;

/** The message the address names, null when it names none. */
export function useTarget(): Target | null {
  const search = useSearch();
  const state = useHistoryState<ArrivedFrom | null>();
  const serial = state?.serial ?? 0;
  return useMemo(() => {
    const eventId = new URLSearchParams(search).get("event");
    return eventId ? { eventId, serial } : null;
  }, [search, serial]);
}

/** Where the way back from a room leads. */
export const useWayBack = (): string => useHistoryState<ArrivedFrom | null>()?.from ?? "/";
