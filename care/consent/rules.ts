import type { ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { TeamKind } from "@tsunagi/contracts/codes/rooms";

interface Coverage {
  readonly scopes: readonly ConsentScope[];
  readonly withdrawnAt: Date | null;
}

/** Scopes covered by at least one consent that stands. */
export function activeScopes(consents: readonly Coverage[]): ConsentScope[] {
  return [...new Set(consents.filter((c) => c.withdrawnAt === null).flatMap((c) => c.scopes))];
}

/**
 * Whether a team of this kind may share. A care team needs its own consent; whoever agreed to a care team has
 * agreed to being watched over by fewer people too, never the other way round (R3, R12).
 */
export function coversTeam(kind: TeamKind, scopes: readonly ConsentScope[]): boolean {
  return scopes.includes("teamSharing") || (kind === "watch" && scopes.includes("watchSharing"));
}

/** The scope to ask for when a team of this kind is not covered. */
export const scopeFor = (kind: TeamKind): ConsentScope => (kind === "watch" ? "watchSharing" : "teamSharing");
