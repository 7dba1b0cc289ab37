import type { PersonId } from "@tsunagi/contracts/ids";
import type { Job } from "../kernel/actor.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { move } from "./move.ts";
import { isTerminal } from "./states.ts";
import { enquiriesOf, lockEnquiry, openCasesOf, updateCase } from "./store.ts";

/**
 * The consent to enquiries is withdrawn: whatever runs is withdrawn too, and no facility sees anything any more.
 * @returns the number of enquiries that have ended
 */
export async function endNegotiations(unit: StaffUnit, personId: PersonId, job: Job): Promise<number> {
  let ended = 0;
  for (const of of await openCasesOf(unit.tx, personId)) {
    for (const { id, state } of await enquiriesOf(unit.tx, of.id)) {
      const enquiry = isTerminal(state) ? null : await lockEnquiry(unit.tx, id);
      if (!enquiry) continue;
      await move(unit, of, enquiry, { action: "withdraw", side: "asker", job });
      ended += 1;
    }
    await updateCase(unit.tx, of.id, { state: "closed" });
  }
  return ended;
}
