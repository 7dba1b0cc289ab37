import type { OrganisationId, PersonId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

/** The two facts about a person that rights hang on. */
export async function personFacts(
  tx: Tx,
  personId: PersonId,
): Promise<{ registeredByOrgId: string; municipality: string } | null> {
  return tx.person.findUnique({
    where: { id: personId },
    select: { registeredByOrgId: true, municipality: true },
  });
}

/** The organisations somebody is in the person's active team for; empty = not in it. */
export async function teamOrganisations(tx: Tx, personId: PersonId, staffId: StaffId): Promise<OrganisationId[]> {
  const rows = await tx.teamMember.findMany({
    where: { staffId, leftAt: null, team: { personId, state: "active" } },
    select: { organisationId: true },
  });
  return rows.map((row) => row.organisationId as OrganisationId);
}
