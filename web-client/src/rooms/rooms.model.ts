import { until, ViewModel } from "../kit/viewModel.ts";
import type { ConnectionState, RoomEntry } from "../matrix/models.ts";
import type { DirectorySnapshot } from "./directory.ts";
import { choicesIn, EVERYTHING, type FilterChoices, filterRows, type ListFilters } from "./listFilters.ts";
import { ReadAll } from "./readAll.ts";
import { type RoomRow, type Section, searchRooms, toRoomRow, toSections } from "./roomRows.ts";

interface Watched<Value> {
  getSnapshot(): Value;
  subscribe(listener: () => void): () => void;
}

export interface RoomsInputs {
  readonly list: Watched<readonly RoomEntry[]>;
  readonly connection: Watched<ConnectionState>;
  readonly directory: Watched<DirectorySnapshot> & { refresh(): Promise<void> };
  readonly me: string;
  readonly keeperUserId: string;
  /** A room is read up to a message. Rejects when there is no line. */
  readonly markRead: (roomId: string, upTo: string | null) => Promise<void>;
  /** Marking all as read could not be sent. */
  readonly onReadFailed: () => void;
}

export interface RoomsSnapshot {
  /** `failed`: the names did not come, the rooms stand there with their codes. `offline`: nothing is here to show. */
  readonly state: "loading" | "ready" | "failed" | "offline";
  readonly search: string;
  readonly filters: ListFilters;
  readonly choices: FilterChoices;
  readonly sections: readonly Section[];
  /** Rooms there are, searched or not. */
  readonly total: number;
  /** Rooms of those shown with something unread in them. */
  readonly unreadRooms: number;
}

interface Made {
  readonly entry: RoomEntry;
  readonly names: DirectorySnapshot;
  readonly row: RoomRow;
}

/** The list of conversations, what needs one first: one a person, or an organisation. */
export class RoomsModel extends ViewModel<RoomsSnapshot> {
  readonly #inputs: RoomsInputs;
  readonly #readAll: ReadAll;
  /** Rows as they were made: one that has not changed is the same again, and is not drawn again. */
  #made = new Map<string, Made>();

  constructor(inputs: RoomsInputs) {
    super({
      state: "loading",
      search: "",
      filters: EVERYTHING,
      choices: choicesIn([]),
      sections: [],
      total: 0,
      unreadRooms: 0,
    });
    this.#inputs = inputs;
    const { markRead, onReadFailed } = inputs;
    this.#readAll = new ReadAll({ markRead, onChange: () => this.#refresh(), onFailed: onReadFailed });
  }

  protected override onStart(signal: AbortSignal): void {
    const { list, connection, directory } = this.#inputs;
    for (const source of [list, connection, directory]) until(signal, source.subscribe(this.#refresh));
    until(signal, () => void this.#readAll.commit());
    this.#refresh();
  }

  readonly search = (text: string): void => {
    this.update({ search: text });
    this.#refresh();
  };

  readonly filter = (change: Partial<ListFilters>): void => {
    this.update({ filters: { ...this.getSnapshot().filters, ...change } });
    this.#refresh();
  };

  /** Asks for the names again. */
  readonly retry = (): void => void this.#inputs.directory.refresh();

  /** Marks all that is shown as read; for some seconds `undoReadAll` takes it back. */
  readonly readAll = (): void => {
    const shown = new Set(
      this.getSnapshot()
        .sections.flatMap(({ rooms }) => rooms.filter(isUnread))
        .map(idOf),
    );
    this.#readAll.hold(this.#inputs.list.getSnapshot().filter((entry) => shown.has(entry.roomId)));
  };

  readonly undoReadAll = (): void => this.#readAll.undo();

  readonly #refresh = (): void => {
    const { list, connection, directory } = this.#inputs;
    const names = directory.getSnapshot();
    const rows = this.#rows(list.getSnapshot(), names);
    const { search, filters } = this.getSnapshot();
    const shown = searchRooms(filterRows(rows, filters), search);
    this.update({
      state: stateOf(connection.getSnapshot(), names.state, rows.length),
      sections: toSections(shown),
      choices: choicesIn(rows),
      total: rows.length,
      unreadRooms: shown.filter(isUnread).length,
    });
  };

  #rows(entries: readonly RoomEntry[], names: DirectorySnapshot): readonly RoomRow[] {
    const before = this.#made;
    this.#made = new Map();
    return entries
      .filter(({ kind }) => kind !== null && kind !== "mail") // letters stand on their own page
      .map((listed) => {
        const entry = this.#readAll.shown(listed);
        const known = before.get(entry.roomId);
        const row = known?.entry === entry && known.names === names ? known.row : toRoomRow(entry, names, this.#inputs);
        this.#made.set(entry.roomId, { entry, names, row });
        return row;
      });
  }
}

const idOf = ({ roomId }: RoomRow): string => roomId;
const isUnread = ({ unread, markedUnread }: RoomRow): boolean => unread > 0 || markedUnread;

/** Names and rooms come from two places; the list shows when both have answered. */
function stateOf(
  connection: ConnectionState,
  names: DirectorySnapshot["state"],
  rooms: number,
): RoomsSnapshot["state"] {
  if (rooms === 0 && connection === "offline") return "offline";
  return connection === "starting" ? "loading" : names;
}
