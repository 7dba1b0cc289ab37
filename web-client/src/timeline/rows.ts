import { dayOf } from "../i18n/dates.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import { threadOf } from "./threads.ts";
import type { Tile, TileOf } from "./tile.ts";
import { tileOf } from "./tileOf.ts";

/** One line of the conversation. */
export type Row =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  /** Everything below was not read when the room was opened. */
  | { readonly kind: "new"; readonly key: string }
  | MessageRow
  | ThreadRow
  | ChangeRow;

/** People who came or left one after the other, in one line. */
export interface ChangeRow {
  readonly kind: "change";
  readonly key: string;
  readonly tiles: readonly TileOf<"member">[];
}

/** Answers in one thread that came one after the other. */
export interface ThreadRow {
  readonly kind: "thread";
  /** Of the first answer. */
  readonly key: string;
  readonly root: string;
  readonly replies: readonly TimelineEvent[];
}

export interface MessageRow {
  readonly kind: "message";
  readonly key: string;
  readonly event: TimelineEvent;
  readonly tile: Exclude<Tile, { kind: "member" }>;
  readonly own: boolean;
  /** First of its sender's group: name, profession and organisation stand above it. */
  readonly head: boolean;
}

export interface RowsInput {
  readonly events: readonly TimelineEvent[];
  readonly me: string;
  readonly keeperUserId: string;
  /** Where one had read up to as the room was opened; the divider stays there while one reads on. */
  readonly newAfter: string | null;
}

/** Messages of one sender within this time are one group. */
const GROUP_MS = 5 * 60_000;

/** The conversation as lines: days, the "new" line, senders grouped. */
export function toRows({ events, me, keeperUserId, newAfter }: RowsInput): readonly Row[] {
  const rows: Row[] = [];
  let day = "";
  let before: TimelineEvent | undefined;
  // What was read last may lie before all that is loaded: then all of it is new.
  let passedRead = newAfter !== null && !events.some(({ eventId }) => eventId === newAfter);
  let newShown = false;
  const loaded = new Set(events.map(({ eventId }) => eventId));
  for (const event of events) {
    const { tile, day: today } = drawn(event, keeperUserId);
    if (tile) {
      if (today !== day) {
        rows.push({ kind: "day", key: `day-${today}`, at: event.sentAt });
        day = today;
        before = undefined;
      }
      if (passedRead && !newShown && event.sender !== me && tile.kind !== "member") {
        rows.push({ kind: "new", key: "new" });
        newShown = true;
        before = undefined;
      }
      const root = threadOf(event);
      if (tile.kind === "member") addChange(rows, event.key, tile);
      else if (root !== null && loaded.has(root)) addReply(rows, root, event);
      else
        rows.push({
          kind: "message",
          key: event.key,
          event,
          tile,
          own: event.sender === me,
          head: !continues(before, event),
        });
      before = rows.at(-1)?.kind === "message" ? event : undefined;
    }
    if (newAfter !== null && event.eventId === newAfter) passedRead = true;
  }
  return rows;
}

interface Drawn {
  readonly tile: Tile | null;
  /** The day in Japan; costly to tell, for thousands of events. */
  readonly day: string;
}

/** An event never changes, and neither does its tile: views can tell by identity what to draw again. */
const known = new WeakMap<TimelineEvent, Drawn>();

function drawn(event: TimelineEvent, keeperUserId: string): Drawn {
  const before = known.get(event);
  if (before) return before;
  const now = { tile: tileOf(event, keeperUserId), day: dayOf(event.sentAt) };
  known.set(event, now);
  return now;
}

/** Joins a line of the same thread, or begins one. One that was taken back is no news. */
function addReply(rows: Row[], root: string, event: TimelineEvent): void {
  if (event.redactedBy !== null) return;
  const last = rows.at(-1);
  if (last?.kind === "thread" && last.root === root)
    rows[rows.length - 1] = { ...last, replies: [...last.replies, event] };
  else rows.push({ kind: "thread", key: event.key, root, replies: [event] });
}

/** Joins a line of the same change, or begins one. */
function addChange(rows: Row[], key: string, tile: TileOf<"member">): void {
  const last = rows.at(-1);
  if (last?.kind === "change" && last.tiles[0]?.change === tile.change)
    rows[rows.length - 1] = { ...last, tiles: [...last.tiles, tile] };
  else rows.push({ kind: "change", key, tiles: [tile] });
}

const continues = (before: TimelineEvent | undefined, event: TimelineEvent): boolean =>
  before?.sender === event.sender && event.sentAt - before.sentAt < GROUP_MS && event.replyTo === null;
