import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { Unit } from "../../kernel/unit.ts";
import { type NoticeInput, notify } from "../notify.ts";
import { onDutyOf } from "./store.ts";

/**
 * Tells those on duty at an organisation; where nobody says so, everybody there who is not off duty. Whoever was told of
 * the occasion is not told again.
 * @returns how many people it turned to
 */
export async function notifyOnDuty(
  unit: Unit,
  organisationId: OrganisationId,
  input: Omit<NoticeInput, "to">,
): Promise<number> {
  const people = await onDutyOf(unit.tx, organisationId, input.occasion);
  await notify(unit, { ...input, to: people.map((staffId) => ({ staffId, organisationId })) });
  return people.length;
}
