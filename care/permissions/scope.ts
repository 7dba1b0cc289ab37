import type { OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { Permission } from "@tsunagi/contracts/permissions";
import type { Job, StaffActor } from "../kernel/actor.ts";
import { type Reach, reachOf } from "./table.ts";

/** All the people somebody has a permission for, as a filter: whoever meets one of the conditions. */
export interface PersonScope {
  readonly everybody: boolean;
  /** In whose active team `staffId` is, for one of these organisations. */
  readonly team: { readonly staffId: StaffId; readonly organisationIds: readonly OrganisationId[] };
  /** Registered by one of these. */
  readonly organisationIds: readonly OrganisationId[];
  /** Living in one of these. */
  readonly municipalities: readonly string[];
}

/** The same as `authorise`, said of all people at once; null when the permission reaches nobody. */
export function scopeOf(actor: StaffActor, permission: Permission): { scope: PersonScope; job: Job } | null {
  const [job] = actor.jobs.filter((candidate) => reachOf(candidate.role, permission).size > 0);
  if (!job) return null;
  const reaching = (reach: Reach) => actor.jobs.filter((candidate) => reachOf(candidate.role, permission).has(reach));
  const scope: PersonScope = {
    everybody: reaching("anybody").length > 0,
    team: { staffId: actor.staffId, organisationIds: reaching("team").map(({ organisationId }) => organisationId) },
    organisationIds: reaching("organisation").map(({ organisationId }) => organisationId),
    municipalities: reaching("municipality")
      .filter(({ organisationKind }) => organisationKind === "municipality")
      .map(({ municipality }) => municipality),
  };
  return { scope, job };
}
