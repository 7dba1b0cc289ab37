import type { Role } from "@tsunagi/contracts/codes/roles";
import type { OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";

export interface Duty {
  readonly role: Role | null;
  readonly deputyId: OrganisationId | null;
}

export async function loadDuty(tx: Tx, organisationId: OrganisationId): Promise<Duty> {
  const row = await tx.organisationDuty.findUnique({ where: { organisationId } });
  return { role: (row?.role ?? null) as Role | null, deputyId: (row?.deputyId ?? null) as OrganisationId | null };
}

export async function putDuty(
  tx: Tx,
  organisationId: OrganisationId,
  { role, deputyId }: Duty,
  { by: updatedById, at: updatedAt }: { by: StaffId; at: Date },
): Promise<void> {
  const data = { role, deputyId, updatedById, updatedAt };
  await tx.organisationDuty.upsert({ where: { organisationId }, create: { organisationId, ...data }, update: data });
}
