import type { PersonId } from "@tsunagi/contracts/ids";
import { issueCardToken } from "../breakGlass/cardCodes.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { mayI } from "../permissions/authorise.ts";

/**
 * What the QR code on somebody's card says: an opaque name that gives nothing without an authorised sign-in and can be
 * revoked. null for whoever may read the card but not change it: then no code is printed.
 */
export async function cardCode(unit: StaffUnit, personId: PersonId): Promise<string | null> {
  if (!(await mayI(unit, "emergency.edit", { personId }))) return null;
  return (await issueCardToken(unit, { personId })).url;
}
