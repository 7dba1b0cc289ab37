import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { Unit } from "../kernel/unit.ts";
import { staffAt } from "./falling/store.ts";
import { type NoticeInput, notify } from "./notify.ts";

/** Tells everybody who works at these organisations, each by their own settings. */
export async function notifyOrganisations(
  unit: Unit,
  organisationIds: readonly OrganisationId[],
  input: Omit<NoticeInput, "to" | "addressed">,
): Promise<void> {
  const to = await staffAt(unit.tx, organisationIds);
  await notify(unit, { ...input, to, addressed: "organisation" });
}
