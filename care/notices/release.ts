import type { Unit } from "../kernel/unit.ts";
import { pushNotices } from "./pushNotices.ts";
import { dueNotices, type NoticeRow, setCollected } from "./store.ts";

const AT_ONCE = 500;

/**
 * Pushes what was held back through quiet hours that are over now: what is urgent one by one, the routine notices of
 * one person as one push (まとめ).
 * @returns how many notices went
 */
export async function releaseNotices(unit: Unit): Promise<number> {
  const due = await dueNotices(unit.tx, unit.now, AT_ONCE);
  await pushNotices(
    unit,
    due.filter(({ urgency }) => urgency === "urgent"),
  );
  const routine = due.filter(({ urgency }) => urgency === "routine");
  for (const theirs of Map.groupBy(routine, ({ staffId }) => staffId).values()) await pushTogether(unit, theirs);
  return due.length;
}

async function pushTogether(unit: Unit, notices: readonly NoticeRow[]): Promise<void> {
  const [first, ...others] = notices;
  if (!first) return;
  await pushNotices(unit, [first], others.length > 0 ? "digest" : undefined);
  const ids = others.map(({ id }) => id);
  if (ids.length > 0) await setCollected(unit.tx, ids, first.id, unit.now);
}
