import type { ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { TeamKind } from "@tsunagi/contracts/codes/rooms";

/** The scope a team of this kind still lacks; undefined when it may be opened. The hub decides by the same rule. */
export function missingScope(kind: TeamKind, active: readonly ConsentScope[]): ConsentScope | undefined {
  if (active.includes("teamSharing")) return undefined;
  if (kind === "care") return "teamSharing";
  return active.includes("watchSharing") ? undefined : "watchSharing";
}
