import type { Role } from "@tsunagi/contracts/codes/roles";
import type { Colleague } from "@tsunagi/contracts/rest/staff";
import type { RoomView } from "@tsunagi/contracts/rest/teams";
import { until, ViewModel } from "../kit/viewModel.ts";
import type { RoomEntry } from "../matrix/models.ts";

/** Who somebody is, as far as the hub has told. */
export interface Named {
  readonly userId: string;
  /** The name; before it is there, what Matrix shows: a code. */
  readonly name: string;
  readonly known: boolean;
  readonly role: Role | null;
  readonly organisation: string;
}

export interface DirectorySnapshot {
  readonly state: "loading" | "ready" | "failed";
  /** By Matrix room id. */
  readonly rooms: ReadonlyMap<string, RoomView>;
  /** By Matrix user id. */
  readonly colleagues: ReadonlyMap<string, Colleague>;
}

export interface KeptNames {
  readonly rooms: readonly RoomView[];
  readonly colleagues: readonly Colleague[];
}

export interface DirectoryInputs {
  readonly listRooms: (signal: AbortSignal) => Promise<KeptNames>;
  /** Names as they were last known, kept encrypted on this device for a page without a network. */
  readonly keep?: {
    readonly read: () => Promise<KeptNames | undefined>;
    readonly write: (names: KeptNames) => Promise<void>;
  };
  readonly list: {
    getSnapshot(): readonly RoomEntry[];
    subscribe(listener: () => void): () => void;
  };
  readonly keeperUserId: string;
  /** Milliseconds between two questions about the same unknown room or person. */
  readonly patience?: number;
}

const PATIENCE_MS = 20_000;
/** Changes of one act come one after the other; they are asked about together. */
const SETTLE_MS = 250;

/**
 * The names behind room codes and user ids. Matrix never holds them: they come from the hub, are kept under the vault's
 * key, and are asked for again when a room or a person appears that is not known.
 */
export class Directory extends ViewModel<DirectorySnapshot> {
  readonly #inputs: DirectoryInputs;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = new Map<string, number>();

  constructor(inputs: DirectoryInputs) {
    super({ state: "loading", rooms: new Map(), colleagues: new Map() });
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    until(signal, this.#inputs.list.subscribe(this.#look));
    until(signal, () => clearTimeout(this.#timer));
    void this.#begin(signal);
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const asked = this.refresh();
    const kept = await this.#inputs.keep?.read();
    if (kept && !signal.aborted && this.getSnapshot().state === "loading") this.#take(kept);
    await asked;
  }

  /** Asks the hub now. */
  readonly refresh = async (): Promise<void> => {
    const { signal } = this;
    try {
      const names = await this.#inputs.listRooms(signal);
      if (signal.aborted) return;
      this.#take(names);
      const colleagues = [...this.getSnapshot().colleagues.values()];
      void this.#inputs.keep?.write({ rooms: names.rooms, colleagues }).catch(() => undefined); // a full disk
      this.#look();
    } catch {
      if (signal.aborted) return;
      if (this.getSnapshot().state === "loading") this.update({ state: "failed" });
      this.#later(this.#patience);
    }
  };

  #take({ rooms, colleagues }: KeptNames): void {
    this.replace({
      state: "ready",
      rooms: new Map(rooms.flatMap((room) => (room.roomId ? [[room.roomId as string, room]] : []))),
      // Those who have left stay known for what they said while they were here.
      colleagues: new Map([
        ...this.getSnapshot().colleagues,
        ...colleagues.map((colleague) => [colleague.userId as string, colleague] as const),
      ]),
    });
  }

  get #patience(): number {
    return this.#inputs.patience ?? PATIENCE_MS;
  }

  /** Asks again when there is something the hub was not asked about lately. */
  readonly #look = (): void => {
    const now = Date.now();
    const due = this.#unknown().filter((thing) => now - (this.#asked.get(thing) ?? 0) >= this.#patience);
    if (due.length === 0) return;
    for (const thing of due) this.#asked.set(thing, now);
    this.#later(SETTLE_MS);
  };

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), wait);
  }

  #unknown(): readonly string[] {
    const { rooms, colleagues, state } = this.getSnapshot();
    if (state === "loading") return []; // being asked already
    const known = (userId: string) => userId === this.#inputs.keeperUserId || colleagues.has(userId);
    return this.#inputs.list.getSnapshot().flatMap(({ roomId, kind, members }) => {
      const room = rooms.get(roomId);
      const odd = kind !== null && room?.kind !== kind ? [`${roomId} ${kind}`] : [];
      return [...odd, ...members.filter((userId) => !known(userId))];
    });
  }
}

const ADMINISTRATIVE: ReadonlySet<Role> = new Set<Role>(["facilityAdmin", "networkAdmin"]);

/** A colleague by the profession they work in; being an administrator besides says less. */
export function nameColleague(colleague: Colleague): Named {
  const { userId, familyName, givenName, jobs } = colleague;
  const job = jobs.find(({ role }) => !ADMINISTRATIVE.has(role)) ?? jobs[0];
  return {
    userId,
    name: `${familyName} ${givenName}`,
    known: true,
    role: job?.role ?? null,
    organisation: job?.organisationName ?? "",
  };
}

/** Names people for a view. @param codes what Matrix shows of them, by user id */
export function nameIn(
  colleagues: DirectorySnapshot["colleagues"],
  userId: string,
  codes: Readonly<Record<string, string>> = {},
): Named {
  const colleague = colleagues.get(userId);
  if (colleague) return nameColleague(colleague);
  return { userId, name: codes[userId] ?? "", known: false, role: null, organisation: "" };
}
