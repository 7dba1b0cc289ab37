import type { Answer, AnyCommand, QuotedMessage } from "@tsunagi/bots/framework/command";
import { cardMessage } from "@tsunagi/bots/framework/content";
import { type Prepared, prepare, run } from "@tsunagi/bots/framework/dispatch";
import { readCall } from "@tsunagi/bots/framework/parse";
import { careProblem } from "@tsunagi/bots/framework/problem";
import { findRun, putRun } from "@tsunagi/care/commands/store";
import type { FindFacilities } from "@tsunagi/care/facilities/search/findForPerson";
import { claimEvent } from "@tsunagi/care/inbox/store";
import { CareError } from "@tsunagi/care/kernel/errors";
import type { Care, Unit } from "@tsunagi/care/kernel/unit";
import { roomLane } from "@tsunagi/care/outbox/messages";
import type { StaffId } from "@tsunagi/contracts/ids";
import { type MatrixEvent, replacedEvent, repliedToEvent } from "../matrix/events.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { Outcome } from "./inbox.ts";
import type { Place, Places } from "./places.ts";

interface Dependencies {
  readonly care: Care;
  readonly commands: readonly AnyCommand[];
  readonly places: Places;
  readonly metrics: Metrics;
  readonly search: FindFacilities;
  /** Reads and decrypts one message of a room; null when it cannot be read. */
  readonly readMessage: (roomId: string, eventId: string) => Promise<QuotedMessage | null>;
  /** Makes ready to answer in this room while the command is being carried out. */
  readonly prepareAnswer: (roomId: string) => void;
}

type Runnable = Extract<Prepared, { command: AnyCommand }>;

interface Answering {
  readonly event: MatrixEvent;
  /** The event that first called, when this one is an edit of it. */
  readonly root: string;
  readonly place: Place;
  /** The event is in the inbox when this resolves. */
  readonly kept: Promise<void>;
}

/** Runs commands found in messages: exactly once each, the answer in the same transaction as what was done. */
export class CommandRunner {
  readonly #d: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
  }

  /** @param trusted the message came from a device the keeper trusts */
  async onMessage(event: MatrixEvent, trusted: boolean, kept: Promise<void>): Promise<Outcome> {
    if (event.type !== "m.room.message") return "ignored";
    const edited = replacedEvent(event);
    const content = (edited ? event.content["m.new_content"] : event.content) as Record<string, unknown> | undefined;
    const call = readCall(content ?? {});
    if (!call) return "ignored";
    const place = await this.#d.places.room(event.room_id);
    const staffId = await this.#d.places.staff(event.sender);
    if (!place || !staffId) return "ignored";
    this.#d.prepareAnswer(event.room_id);
    const answering: Answering = { event, root: edited ?? event.event_id, place, kept };
    if (!trusted) return this.#refuse(answering, careProblem(new CareError("deviceNotApproved")));
    const prepared = prepare(this.#d.commands, call, place, repliedToEvent(event) ?? null);
    if ("refused" in prepared) return this.#refuse(answering, prepared.refused);
    return this.#run(answering, staffId, prepared);
  }

  async #run(answering: Answering, staffId: StaffId, prepared: Runnable): Promise<Outcome> {
    const { event, place } = answering;
    const { quotedEventId, command } = prepared;
    const quoted = quotedEventId ? await this.#d.readMessage(event.room_id, quotedEventId) : null;
    try {
      const caller = { staffId, channel: "bot" as const, correlationId: event.event_id };
      await this.#d.care.asStaff(caller, async (unit) => {
        const replaces = await this.#claim(unit, answering);
        const result = await run(prepared, unit, { room: place, quoted, search: this.#d.search });
        await this.#answer(unit, answering, { answer: result, command: command.name, refused: false, replaces });
      });
      this.#d.metrics.commands.inc({ command: command.name, outcome: "done" });
      return "handled";
    } catch (error) {
      if (error instanceof AlreadyHandled) return "ignored";
      if (!(error instanceof CareError)) throw error;
      return this.#refuse(answering, careProblem(error), command.name);
    }
  }

  async #refuse(answering: Answering, answer: Answer, command = "unknown"): Promise<Outcome> {
    const work = async (unit: Unit) => {
      const replaces = await this.#claim(unit, answering);
      await this.#answer(unit, answering, { answer, command, refused: true, replaces });
    };
    try {
      await this.#d.care.asSystem(answering.event.event_id, work, { audited: false });
    } catch (error) {
      if (error instanceof AlreadyHandled) return "ignored";
      throw error;
    }
    this.#d.metrics.commands.inc({ command, outcome: "refused" });
    return "handled";
  }

  /**
   * Takes the event for good. An edit of a command that ran is not run again; one of a refused command is, and its
   * answer takes the place of the refusal.
   * @returns key of the answer to replace
   * @throws AlreadyHandled
   */
  async #claim(unit: Unit, { event, root, kept }: Answering): Promise<string | null> {
    await kept;
    if (!(await claimEvent(unit.tx, event.event_id))) throw new AlreadyHandled();
    if (root === event.event_id) return null;
    const earlier = await findRun(unit.tx, root);
    if (earlier && !earlier.refused) throw new AlreadyHandled();
    return earlier?.answerKey ?? null;
  }

  async #answer(unit: Unit, { event, root, place }: Answering, given: Given): Promise<void> {
    const { answer, command, refused, replaces } = given;
    const key = `reply:${event.event_id}`;
    await putRun(unit.tx, { eventId: root, command, refused, answerKey: replaces ?? key, at: unit.now });
    const payload = { matrixRoomId: event.room_id, content: cardMessage(answer), replyTo: root, replaces };
    await unit.send({ kind: "message.reply", lane: roomLane(place.id), key, payload });
  }
}

interface Given {
  readonly answer: Answer;
  readonly command: string;
  readonly refused: boolean;
  readonly replaces: string | null;
}

/** Another run of the same event, or of the command it edits, was first. */
class AlreadyHandled extends Error {}
