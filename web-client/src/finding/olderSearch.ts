/** How far looking for older messages has come. */
export interface OlderProgress {
  readonly state: "idle" | "loading" | "done" | "cancelled" | "failed";
  /** Conversations that are through, of all there are to go through. */
  readonly roomsDone: number;
  readonly rooms: number;
  /** Events that came. */
  readonly loaded: number;
}

export interface HistoryPort {
  hasOlder(roomId: string): boolean;
  /** When the oldest event that is loaded was sent; null when nothing is. */
  loadedSince(roomId: string): number | null;
  /** Rejects when there is no line. */
  loadOlder(roomId: string): Promise<number>;
}

export interface OlderPlan {
  readonly roomIds: readonly string[];
  /** Pages a room in one go. */
  readonly pages: number;
  /** Where one has gone far enough, milliseconds since the epoch; null = as far as the pages reach. */
  readonly since: number | null;
}

export const NOTHING_OLDER: OlderProgress = { state: "idle", roomsDone: 0, rooms: 0, loaded: 0 };

/** Fetches older messages room by room. The line is weak: one request at a time, and it ends when it is told to. */
export async function loadOlder(
  history: HistoryPort,
  { roomIds, pages, since }: OlderPlan,
  signal: AbortSignal,
  onProgress: (progress: OlderProgress) => void,
): Promise<void> {
  const rooms = roomIds.filter((roomId) => history.hasOlder(roomId));
  let progress: OlderProgress = { state: "loading", roomsDone: 0, rooms: rooms.length, loaded: 0 };
  const tell = (change: Partial<OlderProgress>) => {
    progress = { ...progress, ...change };
    onProgress(progress);
  };
  const farEnough = (roomId: string) =>
    !history.hasOlder(roomId) || (since !== null && (history.loadedSince(roomId) ?? Number.POSITIVE_INFINITY) < since);
  tell({});
  try {
    for (const roomId of rooms) {
      for (let page = 0; page < pages && !farEnough(roomId) && !signal.aborted; page += 1)
        tell({ loaded: progress.loaded + (await history.loadOlder(roomId)) });
      if (signal.aborted) break;
      tell({ roomsDone: progress.roomsDone + 1 });
    }
    tell({ state: signal.aborted ? "cancelled" : "done" });
  } catch {
    tell({ state: "failed" });
  }
}
