import type { Deliverers } from "./outbox.ts";

/** What the search learns of facilities. No search is open yet: what is told it now is read when it opens. */
export function facilityDeliverers(): Pick<Deliverers, "facility.index"> {
  return { "facility.index": async () => null };
}
