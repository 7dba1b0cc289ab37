import type { NoticeId } from "@tsunagi/contracts/ids";
import { displayName } from "../../kernel/actor.ts";
import type { Unit } from "../../kernel/unit.ts";
import { tellRoom } from "../../rooms/makeRoom.ts";
import { roomOfOrganisation } from "../../rooms/store.ts";
import { notifyOnDuty } from "./notifyOnDuty.ts";
import { type FallingNotice, fallingNotices, setFallen, shownTo } from "./store.ts";

const AT_ONCE = 500;
const MINUTE_MS = 60_000;
/** Most names of one message. */
const NAMED = 20;

/**
 * What was urgent and not shown in time takes the next way, each once (R15): first a message of the bot in the room of
 * the organisation that names who has not seen it, then those on duty there. What concerns a whole organisation is in
 * time when anybody of it was shown it.
 * @returns how many notices took a step
 */
export async function fallOn(unit: Unit): Promise<number> {
  const due = await fallingNotices(unit.tx, unit.now, AT_ONCE);
  const groups = Map.groupBy(due, ({ organisationId, occasion, fallen, addressed, staffId }) =>
    [organisationId, occasion, fallen, addressed === "person" ? staffId : ""].join(" "),
  );
  for (const group of groups.values()) await step(unit, group);
  return due.length;
}

async function step(unit: Unit, group: readonly FallingNotice[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const ids = group.map(({ id }) => id);
  const { organisationId, occasion } = first;
  const seen =
    first.addressed === "organisation" && organisationId && (await shownTo(unit.tx, organisationId, occasion));
  if (seen || !organisationId) return setFallen(unit.tx, ids, { fallen: null, fallAt: null, at: unit.now });
  if (first.fallen === null) return toRoom(unit, group, ids);
  const told = await notifyOnDuty(unit, organisationId, { ...first, sender: null, fellFrom: first });
  return setFallen(unit.tx, ids, { fallen: told > 0 ? "people" : "nobody", fallAt: null, at: unit.now });
}

async function toRoom(unit: Unit, group: readonly FallingNotice[], ids: readonly NoticeId[]): Promise<void> {
  const [first] = group;
  const room = first?.organisationId ? await roomOfOrganisation(unit.tx, first.organisationId) : null;
  if (first && room && room.state !== "closed") {
    const named = group.slice(0, NAMED);
    const notice = {
      notice: "noticeUnseen" as const,
      kind: first.kind,
      names: named.map(displayName),
      users: named.map(({ userId }) => userId),
    };
    await tellRoom(unit, room.id, notice, `${first.id}`);
  }
  const fallAt = new Date(unit.now.getTime() + unit.settings.noticeShownMinutes * MINUTE_MS);
  await setFallen(unit.tx, ids, { fallen: "room", fallAt, at: unit.now });
}
