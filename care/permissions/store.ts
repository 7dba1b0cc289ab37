import type { OrganisationId, PersonId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

export interface PersonFacts {
  readonly registeredByOrgId: OrganisationId;
  readonly municipality: string;
  /** The organisations somebody is in the person's active team for; empty = not in it. */
  readonly inTeamFor: readonly OrganisationId[];
}

interface FactColumns {
  registered_by_org_id: OrganisationId;
  municipality: string;
  in_team_for: OrganisationId[];
}

/** What rights to a person hang on, for one professional: a single round trip, since every act asks. */
export async function personFacts(tx: Tx, personId: PersonId, staffId: StaffId): Promise<PersonFacts | null> {
  const [row] = await tx.$queryRaw<FactColumns[]>`
    select p.registered_by_org_id, p.municipality, array(
      select m.organisation_id from team_member m join team t on t.id = m.team_id
      where t.person_id = p.id and t.state = 'active' and m.staff_id = ${staffId} and m.left_at is null
    ) as in_team_for
    from person p where p.id = ${personId}`;
  return row
    ? { registeredByOrgId: row.registered_by_org_id, municipality: row.municipality, inTeamFor: row.in_team_for }
    : null;
}
