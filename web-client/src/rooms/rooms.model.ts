import { until, ViewModel } from "../kit/viewModel.ts";
import type { ConnectionState, RoomEntry } from "../matrix/models.ts";
import type { DirectorySnapshot } from "./directory.ts";
import { type Section, searchRooms, toRoomRow, toSections } from "./roomRows.ts";

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
}

export interface RoomsSnapshot {
  /** `failed`: the names did not come, the rooms stand there with their codes. `offline`: nothing is here to show. */
  readonly state: "loading" | "ready" | "failed" | "offline";
  readonly search: string;
  readonly sections: readonly Section[];
  /** Rooms there are, searched or not. */
  readonly total: number;
}

/** The list of conversations: one a person, or an organisation. */
export class RoomsModel extends ViewModel<RoomsSnapshot> {
  readonly #inputs: RoomsInputs;

  constructor(inputs: RoomsInputs) {
    super({ state: "loading", search: "", sections: [], total: 0 });
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    const { list, connection, directory } = this.#inputs;
    for (const source of [list, connection, directory]) until(signal, source.subscribe(this.#refresh));
    this.#refresh();
  }

  readonly search = (text: string): void => {
    this.update({ search: text });
    this.#refresh();
  };

  /** Asks for the names again. */
  readonly retry = (): void => void this.#inputs.directory.refresh();

  readonly #refresh = (): void => {
    const { list, connection, directory, me, keeperUserId } = this.#inputs;
    const names = directory.getSnapshot();
    const rows = list
      .getSnapshot()
      .filter(({ kind }) => kind !== null)
      .map((entry) => toRoomRow(entry, names, { me, keeperUserId }));
    this.update({
      state: stateOf(connection.getSnapshot(), names.state, rows.length),
      sections: toSections(searchRooms(rows, this.getSnapshot().search)),
      total: rows.length,
    });
  };
}

/** Names and rooms come from two places; the list shows when both have answered. */
function stateOf(
  connection: ConnectionState,
  names: DirectorySnapshot["state"],
  rooms: number,
): RoomsSnapshot["state"] {
  if (rooms === 0 && connection === "offline") return "offline";
  return connection === "starting" ? "loading" : names;
}
