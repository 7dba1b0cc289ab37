import type { BulletinPlanState } from "@tsunagi/contracts/codes/bulletins";
import type { StaffId } from "@tsunagi/contracts/ids";
import { CareError } from "../../kernel/errors.ts";
import type { PlanRow } from "./store.ts";

/** States in which a plan can still be changed or called off. */
const OPEN: readonly BulletinPlanState[] = ["draft", "waiting", "returned", "scheduled"];

export const isOpen = ({ state }: Pick<PlanRow, "state">): boolean => OPEN.includes(state);

/**
 * What becomes of a bulletin that is put in: it waits for a colleague, for its time, or goes now.
 * @throws CareError bulletinTimePast
 */
export function stateOf(
  { goesAt }: { readonly goesAt: string | null },
  approval: boolean,
  now: Date,
): "waiting" | "scheduled" | "now" {
  if (goesAt !== null && new Date(goesAt) <= now) throw new CareError("bulletinTimePast");
  if (approval) return "waiting";
  return goesAt === null ? "now" : "scheduled";
}

/** Everybody whose words stand in it: none of them may approve it. */
export const writersOf = ({ steps }: Pick<PlanRow, "steps">): readonly StaffId[] =>
  steps.flatMap(({ act, byId }) => (byId && (act === "written" || act === "changed") ? [byId] : []));

/** In whose name it goes: whoever wrote it last. */
export const lastWriter = (plan: Pick<PlanRow, "steps" | "writtenById">): StaffId =>
  writersOf(plan).at(-1) ?? plan.writtenById;
