import type { RoomKind } from "@tsunagi/contracts/codes/rooms";
import { fold } from "@tsunagi/contracts/fold";
import type { RoomEntry } from "../matrix/models.ts";
import type { Tile } from "../timeline/tile.ts";
import { tileOf } from "../timeline/tileOf.ts";
import { type DirectorySnapshot, nameIn } from "./directory.ts";
import { type Need, needOf, rankOf } from "./need.ts";
import { organisationsOf } from "./organisationsOf.ts";

/** The last thing said, in one line. */
export interface Preview {
  /** Family name of who said it; "" for the keeper and for oneself. */
  readonly by: string;
  readonly own: boolean;
  readonly tile: Tile;
}

export interface RoomRow {
  readonly roomId: string;
  /** The person's or organisation's name; its code until the name is there. */
  readonly title: string;
  readonly kana: string;
  readonly named: boolean;
  readonly kind: RoomKind | null;
  readonly preview: Preview | null;
  readonly at: number;
  readonly unread: number;
  readonly ackWanted: number;
  readonly urgent: boolean;
  readonly mentioned: boolean;
  readonly muted: boolean;
  readonly markedUnread: boolean;
  /** Why it stands where it stands; null when nothing waits. */
  readonly need: Need | null;
  /** Where the person lives; null for an organisation's room. */
  readonly municipality: string | null;
  /** Ids of the organisations that take part. */
  readonly organisations: readonly string[];
}

/** `needs`: something is asked of oneself. */
export type SectionId = "needs" | "unread" | "rest";

export interface Section {
  readonly id: SectionId;
  readonly rooms: readonly RoomRow[];
}

export interface Around {
  readonly me: string;
  readonly keeperUserId: string;
}

const ORDER: readonly SectionId[] = ["needs", "unread", "rest"];

/** A room of the list with the names the hub knows. */
export function toRoomRow(entry: RoomEntry, directory: DirectorySnapshot, around: Around): RoomRow {
  const room = directory.rooms.get(entry.roomId);
  const { unread, urgent, mentioned, muted, markedUnread } = entry;
  return {
    roomId: entry.roomId,
    title: room?.title ?? entry.code,
    kana: room?.titleKana ?? "",
    named: room !== undefined,
    kind: (entry.kind as RoomKind | null) ?? room?.kind ?? null,
    preview: previewOf(entry, directory, around),
    at: entry.lastActivity,
    unread,
    ackWanted: entry.ackWanted.length,
    urgent,
    mentioned,
    muted,
    markedUnread,
    need: needOf(entry),
    municipality: room?.municipality ?? null,
    organisations: room ? organisationsOf(room, directory) : [],
  };
}

function previewOf({ last }: RoomEntry, { colleagues }: DirectorySnapshot, around: Around): Preview | null {
  const tile = last && tileOf(last, around.keeperUserId);
  if (!last || !tile) return null;
  const own = last.sender === around.me;
  const by = own || last.sender === around.keeperUserId ? "" : nameIn(colleagues, last.sender).name;
  return { by: by.split(" ")[0] ?? "", own, tile };
}

/** Rows in their sections, empty sections left out: first what needs one most, among the same the latest. */
export function toSections(rows: readonly RoomRow[]): readonly Section[] {
  const sorted = [...rows].sort((a, b) => rankOf(a.need) - rankOf(b.need) || b.at - a.at);
  return ORDER.map((id) => ({ id, rooms: sorted.filter((row) => sectionOf(row) === id) })).filter(
    ({ rooms }) => rooms.length > 0,
  );
}

function sectionOf({ need }: RoomRow): SectionId {
  if (need === null) return "rest";
  return need === "unread" ? "unread" : "needs";
}

/** Rows whose name or kana holds what was typed. */
export function searchRooms(rows: readonly RoomRow[], text: string): readonly RoomRow[] {
  const wanted = fold(text);
  if (wanted === "") return rows;
  return rows.filter(({ title, kana }) => fold(title).includes(wanted) || fold(kana).includes(wanted));
}
