import type { PersonId } from "@tsunagi/contracts/ids";
import { admitToCard } from "../emergency/openCard.ts";
import { newCardCode } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { cardCodeHash } from "./rules.ts";
import { endTokens, insertToken } from "./store.ts";

/**
 * One more code for a printed card: each print has its own, since only hashes are kept.
 * @returns an address of this hub with the code behind `#`, which no browser sends to a server
 * @throws CareError forbidden, consentMissing
 */
export async function issueCardToken(unit: StaffUnit, { personId }: { personId: PersonId }): Promise<{ url: string }> {
  const job = await admitToCard(unit, "emergency.edit", personId);
  const code = newCardCode();
  await insertToken(unit.tx, cardCodeHash(unit.vault, code), personId, unit.actor.staffId, unit.now);
  unit.audit({ action: "emergency.issueCode", job, personId });
  return { url: `${unit.settings.publicUrl}/emergency#${code}` };
}

/** A new code; all earlier ones of this person end. @throws CareError forbidden, consentMissing */
export async function renewCardToken(unit: StaffUnit, { personId }: { personId: PersonId }): Promise<{ url: string }> {
  await revokeCardTokens(unit, { personId });
  return issueCardToken(unit, { personId });
}

/** Ends all codes of somebody's printed cards, also when the consent is gone. @throws CareError forbidden */
export async function revokeCardTokens(
  unit: StaffUnit,
  { personId }: { personId: PersonId },
): Promise<{ ended: number }> {
  await lockPerson(unit.tx, personId);
  const job = await authorise(unit, "emergency.edit", { personId });
  const ended = await endTokens(unit.tx, personId, unit.actor.staffId, unit.now);
  unit.audit({ action: "emergency.revokeCodes", job, personId, detail: { ended } });
  return { ended };
}
