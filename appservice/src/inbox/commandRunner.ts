import type { Answer, AnyCommand, CommandContext, QuotedMessage } from "@tsunagi/bots/framework/command";
import { cardMessage } from "@tsunagi/bots/framework/content";
import { type Prepared, prepare, run } from "@tsunagi/bots/framework/dispatch";
import { type Call, readCall } from "@tsunagi/bots/framework/parse";
import { careProblem } from "@tsunagi/bots/framework/problem";
import { findRun, putRun } from "@tsunagi/care/commands/store";
import { claimEvent } from "@tsunagi/care/inbox/store";
import { CareError } from "@tsunagi/care/kernel/errors";
import type { Care, Unit } from "@tsunagi/care/kernel/unit";
import { roomLane } from "@tsunagi/care/outbox/messages";
import { roomByMatrixId } from "@tsunagi/care/rooms/store";
import { findStaffByUser } from "@tsunagi/care/staff/loadActor";
import type { HubRoomId, StaffId } from "@tsunagi/contracts/ids";
import { matrixEventId, matrixRoomId, matrixUserId } from "@tsunagi/contracts/ids";
import type { Log } from "../log/log.ts";
import { type MatrixEvent, replacedEvent, repliedToEvent } from "../matrix/events.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { Outcome } from "./inbox.ts";

interface Dependencies {
  readonly care: Care;
  readonly commands: readonly AnyCommand[];
  readonly log: Log;
  readonly metrics: Metrics;
  /** Reads and decrypts one message of a room; null when it cannot be read. */
  readonly readMessage: (roomId: string, eventId: string) => Promise<QuotedMessage | null>;
}

interface Place extends RoomOfCommand {
  readonly id: HubRoomId;
}

type RoomOfCommand = CommandContext["room"];
type Runnable = Extract<Prepared, { command: AnyCommand }>;

/** Runs commands found in messages: exactly once each, the answer in the same transaction as what was done. */
export class CommandRunner {
  readonly #d: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
  }

  /** @param trusted the message came from a device the keeper trusts */
  async onMessage(event: MatrixEvent, trusted: boolean): Promise<Outcome> {
    if (event.type !== "m.room.message") return "ignored";
    const root = replacedEvent(event) ?? event.event_id;
    const content = (replacedEvent(event) ? event.content["m.new_content"] : event.content) as Record<string, unknown>;
    const call = readCall(content ?? {});
    if (!call) return "ignored";
    const found = await this.#find(event, root);
    if (!found || found.alreadyRan) return "ignored";
    const { place, staffId } = found;
    const answer: Answering = { event, root, place, replaces: found.refusedKey, call };
    if (!trusted) return this.#refuse(answer, careProblem(new CareError("deviceNotApproved")));
    const prepared = prepare(this.#d.commands, call, place, repliedToEvent(event) ?? null);
    if ("refused" in prepared) return this.#refuse(answer, prepared.refused);
    return this.#run(answer, staffId, prepared);
  }

  async #find(event: MatrixEvent, root: string): Promise<Found | null> {
    return this.#d.care.asSystem(
      event.event_id,
      async ({ tx }) => {
        const room = await roomByMatrixId(tx, event.room_id);
        const staffId = await findStaffByUser(tx, matrixUserId.parse(event.sender));
        if (!room || !staffId) return null;
        const earlier = await findRun(tx, root);
        const { id, kind, personId } = room;
        const place: Place = { id, kind, personId, matrixRoomId: matrixRoomId.parse(event.room_id) };
        const alreadyRan = earlier !== null && !earlier.refused;
        return { place, staffId, alreadyRan, refusedKey: earlier?.refused ? earlier.answerKey : null };
      },
      { audited: false },
    );
  }

  async #run(answering: Answering, staffId: StaffId, prepared: Runnable): Promise<Outcome> {
    const { event, place } = answering;
    const { quotedEventId } = prepared;
    const quoted = quotedEventId ? await this.#d.readMessage(event.room_id, quotedEventId) : null;
    try {
      const caller = { staffId, channel: "bot" as const, correlationId: event.event_id };
      await this.#d.care.asStaff(caller, async (unit) => {
        if (!(await claimEvent(unit.tx, event.event_id))) throw new AlreadyHandled();
        const result = await run(prepared, unit, { room: place, quoted });
        await this.#answer(unit, answering, result, prepared.command.name, false);
      });
      this.#d.metrics.commands.inc({ command: prepared.command.name, outcome: "done" });
      return "handled";
    } catch (error) {
      if (error instanceof AlreadyHandled) return "ignored";
      if (!(error instanceof CareError)) throw error;
      return this.#refuse(answering, careProblem(error), prepared.command.name);
    }
  }

  async #refuse(answering: Answering, answer: Answer, command = "unknown"): Promise<Outcome> {
    const { event } = answering;
    await this.#d.care.asSystem(
      event.event_id,
      async (unit) => {
        if (await claimEvent(unit.tx, event.event_id)) await this.#answer(unit, answering, answer, command, true);
      },
      { audited: false },
    );
    this.#d.metrics.commands.inc({ command, outcome: "refused" });
    return "handled";
  }

  async #answer(unit: Unit, answering: Answering, answer: Answer, command: string, refused: boolean): Promise<void> {
    const { event, root, place, replaces } = answering;
    const key = `reply:${event.event_id}`;
    await putRun(unit.tx, { eventId: root, command, refused, answerKey: replaces ?? key, at: unit.now });
    await unit.send({
      kind: "message.reply",
      lane: roomLane(place.id),
      key,
      payload: {
        matrixRoomId: event.room_id,
        content: cardMessage(answer),
        replyTo: matrixEventId.parse(root),
        replaces,
      },
    });
  }
}

interface Answering {
  readonly event: MatrixEvent;
  /** The event that first called, when this one is an edit of it. */
  readonly root: string;
  readonly place: Place;
  readonly replaces: string | null;
  readonly call: Call;
}

interface Found {
  readonly place: Place;
  readonly staffId: StaffId;
  readonly alreadyRan: boolean;
  readonly refusedKey: string | null;
}

/** Another run of the same event was first. */
class AlreadyHandled extends Error {}
