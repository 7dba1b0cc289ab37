import { consentScopes } from "@tsunagi/contracts/codes/consent";
import type { PersonId, TeamId } from "@tsunagi/contracts/ids";
import { scopesOf } from "../consent/requireConsent.ts";
import { coversTeam } from "../consent/rules.ts";
import { CareError } from "../kernel/errors.ts";
import type { Tx } from "../kernel/store.ts";
import { teamsOf } from "../teams/store.ts";
import type { CoveredTeam, RecordRow } from "./store.ts";

/**
 * What of a person's records may be shown under the consents that stand; null = all. What was written in a care team
 * was written for a care team: whoever has agreed to being watched over only, since a withdrawal, has not agreed that
 * those few read it (R3, R12).
 */
export async function coveredTeams(tx: Tx, personId: PersonId): Promise<CoveredTeam[] | null> {
  if (coversTeam("care", await scopesOf(tx, personId))) return null;
  return (await teamsOf(tx, personId)).flatMap(({ id, kind, convertedAt }): CoveredTeam[] => {
    if (kind === "watch") return [{ teamId: id, until: null }];
    return convertedAt ? [{ teamId: id, until: convertedAt }] : [];
  });
}

export const isCovered = (covered: readonly CoveredTeam[] | null, row: { teamId: TeamId; recordedAt: Date }): boolean =>
  covered === null || covered.some(({ teamId, until }) => teamId === row.teamId && (!until || row.recordedAt < until));

/** @throws CareError consentMissing for a record that no consent covers any more */
export async function requireCovered(tx: Tx, row: RecordRow): Promise<void> {
  if (isCovered(await coveredTeams(tx, row.personId), row)) return;
  throw new CareError("consentMissing", { scope: consentScopes.label("teamSharing", "ja") });
}
