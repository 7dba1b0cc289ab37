import type { PersonId } from "@tsunagi/contracts/ids";
import type { StaffUnit } from "../kernel/unit.ts";

/**
 * What the QR code on somebody's card says: an opaque name that gives nothing without an authorised sign-in and can be
 * revoked. null while none is issued: then no code is printed.
 */
export async function cardCode(_unit: StaffUnit, _personId: PersonId): Promise<string | null> {
  return null;
}
