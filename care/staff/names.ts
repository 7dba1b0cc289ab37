import { displayName } from "../kernel/actor.ts";
import type { Tx } from "../kernel/store.ts";
import { staffByIds } from "./store.ts";

/** Display names by staff id. */
export async function namesOfStaff(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const staff = await staffByIds(tx, [...new Set(ids)]);
  return new Map(staff.map((member) => [member.id, displayName(member)]));
}
