import type { NoticeKind, NoticeUrgency } from "@tsunagi/contracts/codes/notices";
import type { OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import { newId } from "../kernel/ids.ts";
import type { Unit } from "../kernel/unit.ts";
import { decide } from "./decide.ts";
import { pushNotices } from "./pushNotices.ts";
import { insertNotices, type NoticeRow, settingsOf } from "./store.ts";

/** Somebody to be told, and for which of their organisations. */
export interface ToTell {
  readonly staffId: StaffId;
  readonly organisationId: OrganisationId | null;
}

/** Whoever does the act, for one of their organisations; null = the hub by its clock. */
export const senderOf = ({ actor }: Unit, organisationId: OrganisationId | null): ToTell | null =>
  actor.kind === "staff" ? { staffId: actor.staffId, organisationId } : null;

export interface NoticeInput {
  readonly to: readonly ToTell[];
  readonly kind: NoticeKind;
  readonly urgency: NoticeUrgency;
  /** `organisation`: it is enough that somebody of it sees it in time. */
  readonly addressed: "person" | "organisation";
  /** Id of what it is about; opening that counts as acting on the notice. */
  readonly subjectId: string;
  /** Path of its page; opaque ids only. */
  readonly place: string;
  /** The same occasion tells a person once. */
  readonly occasion: string;
  readonly sender: ToTell | null;
  /** In whose place they are told. */
  readonly fellFrom?: NoticeRow;
}

const MINUTE_MS = 60_000;

/**
 * Tells people of something in the transaction of the act itself (R15): each by their own settings, on every device
 * that takes pushes, and in the list of notices. An urgent one that nobody is shown in time falls on (fall.ts).
 * Whoever did the act is not told of it.
 */
export async function notify(unit: Unit, input: NoticeInput): Promise<void> {
  const people = new Map(input.to.map((one) => [one.staffId, one]));
  if (input.sender) people.delete(input.sender.staffId);
  const wishes = await settingsOf(unit.tx, [...people.keys()]);
  const rows = [...people.values()].flatMap((who) => rowFor(unit, input, who, wishes));
  const added = await insertNotices(unit.tx, rows);
  const now = added.filter(({ pushAt }) => pushAt !== null && pushAt <= unit.now);
  await pushNotices(unit, now);
}

function rowFor(
  unit: Unit,
  input: NoticeInput,
  who: ToTell,
  wishes: Awaited<ReturnType<typeof settingsOf>>,
): NoticeRow[] {
  const { kind, urgency, addressed, subjectId, place, occasion, sender, fellFrom } = input;
  const { staffId, organisationId } = who; // callers give what they have of somebody, which may be more
  const { inApp, push } = decide(input, wishes(staffId), unit.now);
  if (!inApp) return [];
  const pushAt = push.when === "never" ? null : push.when === "now" ? unit.now : push.at;
  const patienceMs = unit.settings.noticeShownMinutes * MINUTE_MS;
  // What falls on has fallen once: it does not fall again.
  const falls = urgency === "urgent" && !fellFrom;
  return [
    {
      ...{ id: newId("ntc"), staffId, organisationId, kind, urgency, addressed },
      ...{ subjectId, place, occasion, inApp, pushAt },
      senderId: sender?.staffId ?? null,
      senderOrgId: sender?.organisationId ?? null,
      createdAt: unit.now,
      shownAt: null,
      actedAt: null,
      fallAt: falls ? new Date((pushAt ?? unit.now).getTime() + patienceMs) : null,
      fellFromId: fellFrom?.id ?? null,
    },
  ];
}
