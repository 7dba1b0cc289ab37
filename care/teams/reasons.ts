import type { PersonId, TeamId } from "@tsunagi/contracts/ids";
import type { Unit } from "../kernel/unit.ts";

/** Why a team ended, when the hub itself is the reason. Anything else is somebody's own words, and sealed. */
export type CloseCode = "consentWithdrawn";

export const reasonPurpose = (id: TeamId): string => `team-reason:${id}`;

/** Reasons people type may say anything about the person: they are kept sealed with the person's key. */
export async function sealReason(unit: Unit, personId: PersonId, id: TeamId, words: string): Promise<string> {
  return words === "" ? "" : unit.vault.sealTextFor(unit.tx, personId, words, reasonPurpose(id));
}
