import { until, ViewModel } from "../kit/viewModel.ts";
import { asksForAck } from "../matrix/messages.ts";
import type { RoomTimelineSnapshot, TimelineEvent } from "../matrix/models.ts";
import { type Confirmations, confirmationsOf, gatherConfirmations } from "./confirmations.ts";
import { MessageActs } from "./messageActs.ts";
import { MissingKeys } from "./missingKeys.ts";
import { type Pinned, pinnedMessages } from "./pins.ts";
import type { SenderPort, TimelinePort } from "./ports.ts";
import { Quotes } from "./quotes.ts";
import { gatherReactions, type Reaction } from "./reactions.ts";
import { type Reading, Readings } from "./reading.ts";
import { ReadMarker } from "./readMarker.ts";
import { nextReminderAt } from "./reminders.ts";
import { type Row, toRows } from "./rows.ts";
import { gatherThreads } from "./threads.ts";

export interface TimelineInputs {
  readonly roomId: string;
  readonly timeline: TimelinePort;
  readonly sender: SenderPort;
  readonly me: string;
  readonly keeperUserId: string;
  /** Has the room's keys handed on once more. Rejects when there is no line. */
  readonly askForKeys: () => Promise<void>;
}

export interface TimelineSnapshot {
  /** `opening` until the first unread message is among the rows. */
  readonly phase: "opening" | "ready";
  /** All that is loaded; the view draws those near the screen. */
  readonly rows: readonly Row[];
  /** There is more above on the server. */
  readonly hasOlder: boolean;
  readonly older: "idle" | "loading" | "failed";
  /** How many people have read each message. */
  readonly readings: Pick<Readings, "count">;
  /** Of messages that ask for it; by event id. */
  readonly confirmations: ReadonlyMap<string, Confirmations>;
  /** By the message they are to. */
  readonly reactions: ReadonlyMap<string, readonly Reaction[]>;
  /** Answers in threads, by the message they began with. */
  readonly threads: ReadonlyMap<string, readonly TimelineEvent[]>;
  /** Important messages, last pinned first. */
  readonly pins: readonly Pinned[];
  readonly mayPin: boolean;
  /** Messages that wait for one's own confirmation, oldest first. */
  readonly waiting: readonly string[];
  /** Messages that replies quote; null for one that cannot be had. */
  readonly quotes: ReadonlyMap<string, TimelineEvent | null>;
  /** People in the room besides oneself and the keeper. */
  readonly audience: readonly string[];
  readonly codes: Readonly<Record<string, string>>;
  /** Where a jump leads; the view scrolls there and marks it. */
  readonly jump: Jump | null;
}

export interface Jump {
  readonly eventId: string;
  readonly state: "searching" | "found" | "missing";
  /** Another one for every jump, so that the same place can be jumped to again. */
  readonly serial: number;
}

const OPENING_PAGES = 6;
const JUMP_PAGES = 25;
/** Rows that fill a high screen. */
const SCREENFUL = 15;

const NOT_READ = new Readings([], [], []);
const isNewLine = ({ kind }: Row): boolean => kind === "new";
const isEvent =
  (eventId: string) =>
  (row: Row): boolean =>
    row.kind === "message" && row.event.eventId === eventId;

/** One room's conversation as a view shows it. */
export class TimelineModel extends ViewModel<TimelineSnapshot> {
  readonly #inputs: TimelineInputs;
  readonly #marker: ReadMarker;
  readonly #quotes: Quotes;
  readonly #missingKeys: MissingKeys;
  #rows: readonly Row[] = [];
  readonly acts: MessageActs;
  #newAfter: string | null = null;
  #rowKeys: ReadonlySet<string> = new Set();
  #readings: Readings = NOT_READ;

  constructor(inputs: TimelineInputs) {
    super({
      phase: "opening",
      rows: [],
      hasOlder: false,
      older: "idle",
      readings: NOT_READ,
      confirmations: new Map(),
      reactions: new Map(),
      threads: new Map(),
      pins: [],
      mayPin: false,
      waiting: [],
      quotes: new Map(),
      audience: [],
      codes: {},
      jump: null,
    });
    this.#inputs = inputs;
    this.acts = new MessageActs(inputs);
    this.#marker = new ReadMarker(inputs.timeline);
    this.#missingKeys = new MissingKeys(inputs.askForKeys);
    this.#quotes = new Quotes(inputs.timeline, () => {
      if (!this.signal.aborted) this.#refresh();
    });
  }

  protected override onStart(signal: AbortSignal): void {
    const { timeline } = this.#inputs;
    until(signal, timeline.subscribe(this.#refresh));
    until(signal, () => this.#marker.flush());
    until(signal, () => this.#missingKeys.stop());
    this.#newAfter = timeline.getSnapshot().readUpTo;
    void this.#open(signal);
  }

  /** Goes back until the first unread message is there and the screen is full. */
  async #open(signal: AbortSignal): Promise<void> {
    this.#refresh();
    for (let page = 0; page < OPENING_PAGES && this.#opensTooLate(); page += 1) {
      try {
        await this.#inputs.timeline.loadOlder();
      } catch {
        this.update({ older: "failed" });
        break;
      }
      if (signal.aborted) return;
      this.#refresh();
    }
    const { hasOlder } = this.#inputs.timeline.getSnapshot();
    const lost = !this.#readIsThere() && !hasOlder;
    if (lost || !this.#rows.some(isNewLine)) this.#newAfter = null; // what comes while one looks on is no news
    this.#refresh();
    this.update({ phase: "ready" });
  }

  #opensTooLate(): boolean {
    if (!this.#inputs.timeline.getSnapshot().hasOlder) return false;
    return !this.#readIsThere() || this.#rows.length < SCREENFUL;
  }

  /** What was read last is among what is loaded, or nothing was ever read. */
  #readIsThere(): boolean {
    const { events } = this.#inputs.timeline.getSnapshot();
    return this.#newAfter === null || events.some(({ eventId }) => eventId === this.#newAfter);
  }

  readonly loadOlder = async (): Promise<void> => {
    const { phase, older, hasOlder } = this.getSnapshot();
    if (phase === "opening" || older === "loading" || !hasOlder) return;
    try {
      this.update({ older: "loading" });
      await this.#inputs.timeline.loadOlder();
      this.#refresh();
      this.update({ older: "idle" });
    } catch {
      this.update({ older: "failed" });
    }
  };

  /** The page is out of sight: what comes now is marked as new when one is back. */
  readonly lookAway = (): void => {
    const { events } = this.#inputs.timeline.getSnapshot();
    this.#newAfter = events.findLast(({ eventId }) => !eventId.startsWith("~"))?.eventId ?? null;
    this.#refresh();
  };

  /** This row and everything above it has been on the screen. */
  readonly seen = (key: string): void => {
    this.#marker.seen(this.#inputs.timeline.getSnapshot(), key, (event) => this.#rowKeys.has(event.key));
  };

  /** Shows a message, fetching what lies between. @returns false when it was not found */
  readonly jumpTo = async (eventId: string): Promise<boolean> => {
    const { timeline } = this.#inputs;
    const isWanted = isEvent(eventId);
    const serial = (this.getSnapshot().jump?.serial ?? 0) + 1;
    this.update({ jump: { eventId, state: "searching", serial } });
    try {
      for (
        let page = 0;
        page < JUMP_PAGES && !this.#rows.some(isWanted) && timeline.getSnapshot().hasOlder;
        page += 1
      ) {
        await timeline.loadOlder();
        this.#refresh();
      }
    } catch {
      // no line: what is loaded decides
    }
    const found = this.#rows.some(isWanted);
    this.update({ jump: { eventId, state: found ? "found" : "missing", serial } });
    return found;
  };

  /** Who has read one of one's own messages and who has not. */
  readonly readingOf = (eventId: string): Reading => this.#readings.of(eventId);

  /** When those who have not confirmed may be reminded again; null = now. Milliseconds since the epoch. */
  readonly nextReminderAt = (eventId: string): number | null =>
    nextReminderAt(this.#inputs.timeline.getSnapshot().events, eventId, Date.now());

  readonly #refresh = (): void => {
    const { timeline, me, keeperUserId } = this.#inputs;
    const now = timeline.getSnapshot();
    const rows = toRows({ events: now.events, me, keeperUserId, newAfter: this.#newAfter });
    const people = now.members.filter((userId) => userId !== keeperUserId);
    const audience = people.filter((userId) => userId !== me);
    this.#missingKeys.look(now.events);
    this.#rows = rows;
    this.#rowKeys = new Set(rows.map(({ key }) => key));
    this.#readings = new Readings(now.events, now.receipts, audience);
    const confirmations = confirmationsIn(now, people);
    const quotes = this.#quotes.of(rows, now.events, now.pinned);
    this.update({
      rows,
      hasOlder: now.hasOlder,
      audience,
      codes: now.codes,
      readings: this.#readings,
      confirmations,
      reactions: gatherReactions(now.events, me),
      threads: gatherThreads(now.events),
      pins: pinnedMessages(now.pinned, quotes),
      mayPin: now.mayPin,
      waiting: [...confirmations].flatMap(([eventId, { waiting }]) => (waiting.includes(me) ? [eventId] : [])),
      quotes,
    });
  };
}

function confirmationsIn(
  { events }: RoomTimelineSnapshot,
  people: readonly string[],
): ReadonlyMap<string, Confirmations> {
  const gathered = gatherConfirmations(events);
  return new Map(events.filter(asksForAck).map((event) => [event.eventId, confirmationsOf(event, gathered, people)]));
}
