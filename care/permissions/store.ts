import type { PersonId, StaffId } from "@tsunagi/contracts/ids";
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

export async function isTeamMember(tx: Tx, personId: PersonId, staffId: StaffId): Promise<boolean> {
  const member = await tx.teamMember.findFirst({
    where: { staffId, leftAt: null, team: { personId, state: "active" } },
    select: { id: true },
  });
  return member !== null;
}
