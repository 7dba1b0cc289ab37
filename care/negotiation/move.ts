import {
  type DeclineReason,
  type EnquiryAction,
  type EnquirySide,
  enquiryStates,
} from "@tsunagi/contracts/codes/negotiation";
import type { EnquiryId, PersonId } from "@tsunagi/contracts/ids";
import { displayName, type Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import type { Unit } from "../kernel/unit.ts";
import { announce } from "./announce.ts";
import { type Deadlines, deadlinesFrom } from "./deadlines.ts";
import { isChosen, isReply, isTerminal, step, turnOf } from "./states.ts";
import { type CaseRow, type EnquiryRow, insertStep, loadEnquiry, moveEnquiry } from "./store.ts";

/** One act on one enquiry. */
export interface Act {
  readonly action: EnquiryAction;
  readonly side: EnquirySide;
  /** The job that gives the right; null for the hub itself. */
  readonly job: Job | null;
  readonly text?: string;
  readonly reason?: DeclineReason | null;
  readonly dates?: readonly string[];
  /** The version it was decided on; left out = whatever it is now. */
  readonly version?: number | undefined;
  /** What goes with the move in the same row. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** What is sealed in a step. */
export interface SealedStep {
  readonly text: string;
  readonly dates: readonly string[];
}

export const stepPurpose = (id: EnquiryId, seq: number): string => `enquiry-step:${id}:${seq}`;

/**
 * Does one act on a locked enquiry: the row, its history, the access log, and what the room is told. An act that has
 * been done already does nothing again.
 * @returns the enquiry as it is afterwards
 * @throws CareError enquiryMoved when the state does not allow it; enquiryChanged when `version` is an older one
 */
export async function move(unit: Unit, of: CaseRow, enquiry: EnquiryRow, act: Act): Promise<EnquiryRow> {
  const { action, side, version } = act;
  const result = step(enquiry, action, side);
  if (result.outcome === "repeated") {
    auditMove(unit, of, enquiry, act, enquiry);
    return enquiry;
  }
  if (version !== undefined && version !== enquiry.version) throw new CareError("enquiryChanged");
  if (result.outcome === "refused")
    throw new CareError("enquiryMoved", { state: enquiryStates.label(enquiry.state, "ja") });

  const { facts } = result;
  const times = timesOf(unit, enquiry, facts.state, action);
  if (!(await moveEnquiry(unit.tx, enquiry.id, enquiry.version, { ...facts, ...times })))
    throw new CareError("enquiryChanged");
  const moved = found(await loadEnquiry(unit.tx, enquiry.id));
  await writeStep(unit, of.personId, moved, act);
  auditMove(unit, of, enquiry, act, moved);
  await announce(unit, of, moved, {
    code: of.code,
    action,
    state: moved.state,
    side,
    by: byOf(unit, act.job),
    text: act.text ?? "",
    reason: act.reason ?? null,
    dates: act.dates ?? [],
  });
  return moved;
}

const byOf = (unit: Unit, job: Job | null) =>
  job && unit.actor.kind === "staff"
    ? { name: displayName(unit.actor), role: job.role, organisationName: job.organisationName }
    : null;

type Times = Partial<Pick<EnquiryRow, "inquiredAt" | "firstAnsweredAt" | "decidedAt" | "reminded">> &
  Partial<{ [Key in keyof Deadlines]: Date | null }>;

const NO_DEADLINES = { remindAt: null, dueAt: null, expiresAt: null, reminded: 0 } as const;

function timesOf(unit: Unit, before: EnquiryRow, state: EnquiryRow["state"], action: EnquiryAction): Times {
  const { now, settings } = unit;
  const decided = isTerminal(state) || isChosen(state);
  return {
    ...(action === "send" ? { inquiredAt: now } : {}),
    ...(isReply(action) && !before.firstAnsweredAt ? { firstAnsweredAt: now } : {}),
    ...(decided && !before.decidedAt ? { decidedAt: now } : {}),
    ...turnTimes(turnOf(before.state), state, now, settings.deadlines),
  };
}

/** The clock begins anew when the turn goes to the other side. A yes does not expire: the asker is only reminded. */
function turnTimes(
  before: ReturnType<typeof turnOf>,
  state: EnquiryRow["state"],
  now: Date,
  settings: Unit["settings"]["deadlines"],
): Times {
  const turn = turnOf(state);
  if (turn === null) return NO_DEADLINES;
  if (turn === before) return {};
  const deadlines = deadlinesFrom(now, settings);
  const expires = state === "inquired" || state === "reviewing" || state === "infoRequested";
  return { ...deadlines, expiresAt: expires ? deadlines.expiresAt : null, reminded: 0 };
}

async function writeStep(unit: Unit, personId: PersonId, moved: EnquiryRow, act: Act): Promise<void> {
  const seq = moved.version;
  const words: SealedStep = { text: act.text ?? "", dates: act.dates ?? [] };
  await insertStep(unit.tx, {
    enquiryId: moved.id,
    seq,
    action: act.action,
    side: act.side,
    staffId: unit.actor.kind === "staff" && act.job ? unit.actor.staffId : null,
    at: unit.now,
    reason: act.reason ?? null,
    ...(await unit.vault.sealFor(unit.tx, personId, words, stepPurpose(moved.id, seq))),
  });
}

/** A facility that does not know who it is leaves no trace that leads to the person: its own log shows the number only. */
function auditMove(unit: Unit, of: CaseRow, before: EnquiryRow, act: Act, after: EnquiryRow): void {
  const anonymous = act.side === "facility" && after.level < 2;
  unit.audit({
    action: "negotiation.act",
    ...(act.job ? { job: act.job } : {}),
    ...(anonymous ? {} : { personId: of.personId }),
    subjectId: after.id,
    detail: { act: act.action, from: before.state, to: after.state, ...act.detail },
  });
}
