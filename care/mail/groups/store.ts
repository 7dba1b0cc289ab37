import type { Role } from "@tsunagi/contracts/codes/roles";
import type { MailGroupId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { OwnMailGroup } from "@tsunagi/contracts/rest/mail";
import type { Tx } from "../../kernel/store.ts";

/** Desks an organisation has made and not ended, with who is at them and still works there. */
export async function groupsOf(tx: Tx, organisationId: OrganisationId): Promise<OwnMailGroup[]> {
  const rows = await tx.mailGroup.findMany({
    where: { organisationId, endedAt: null },
    include: {
      members: {
        where: { removedAt: null, staff: { memberships: { some: { organisationId, endedAt: null } } } },
        include: { staff: { include: { memberships: { where: { organisationId, endedAt: null } } } } },
      },
    },
    orderBy: [{ nameKana: "asc" }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id as MailGroupId,
    name: row.name,
    nameKana: row.nameKana,
    members: row.members.map(({ staff }) => ({
      staffId: staff.id as StaffId,
      name: `${staff.familyName} ${staff.givenName}`,
      kana: `${staff.familyKana} ${staff.givenKana}`,
      role: (staff.memberships[0]?.role as Role | undefined) ?? null,
    })),
  }));
}

export async function insertGroup(
  tx: Tx,
  group: {
    id: MailGroupId;
    organisationId: OrganisationId;
    name: string;
    nameKana: string;
    createdById: StaffId;
    createdAt: Date;
  },
): Promise<void> {
  await tx.mailGroup.create({ data: group });
}

/** @returns false when the organisation has no such desk now */
export async function changeGroup(
  tx: Tx,
  organisationId: OrganisationId,
  id: MailGroupId,
  data: { name: string; nameKana: string } | { endedAt: Date },
): Promise<boolean> {
  const { count } = await tx.mailGroup.updateMany({ where: { id, organisationId, endedAt: null }, data });
  return count === 1;
}

/** Who is at a desk from now on; who goes is kept with the time. */
export async function setMembers(tx: Tx, groupId: MailGroupId, staffIds: readonly StaffId[], at: Date): Promise<void> {
  await tx.mailGroupMember.updateMany({
    where: { groupId, removedAt: null, staffId: { notIn: [...staffIds] } },
    data: { removedAt: at },
  });
  const there = await tx.mailGroupMember.findMany({ where: { groupId, removedAt: null }, select: { staffId: true } });
  const fresh = staffIds.filter((staffId) => !there.some((one) => one.staffId === staffId));
  await tx.mailGroupMember.createMany({ data: fresh.map((staffId) => ({ groupId, staffId, addedAt: at })) });
}
