import type { Role } from "@tsunagi/contracts/codes/roles";
import type { TeamKind } from "@tsunagi/contracts/codes/rooms";
import type { MatrixUserId, OrganisationId, PersonId, StaffId, TeamId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

export interface TeamRow {
  readonly id: TeamId;
  readonly personId: PersonId;
  readonly kind: TeamKind;
  readonly state: "active" | "closed";
  readonly openedAt: Date;
  readonly convertedAt: Date | null;
  readonly closedAt: Date | null;
}

export interface MemberRow {
  readonly id: string;
  readonly staffId: StaffId;
  readonly userId: MatrixUserId;
  readonly code: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly role: Role;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
}

export async function insertTeam(
  tx: Tx,
  team: { id: TeamId; personId: PersonId; kind: TeamKind; openedById: StaffId; openedAt: Date },
): Promise<TeamRow> {
  return (await tx.team.create({ data: { ...team, state: "active" } })) as unknown as TeamRow;
}

export async function loadTeam(tx: Tx, id: TeamId): Promise<TeamRow | null> {
  return (await tx.team.findUnique({ where: { id } })) as TeamRow | null;
}

export async function activeTeamOf(tx: Tx, personId: PersonId): Promise<TeamRow | null> {
  return (await tx.team.findFirst({ where: { personId, state: "active" } })) as TeamRow | null;
}

/** All teams a person has or had. */
export async function teamsOf(tx: Tx, personId: PersonId): Promise<TeamRow[]> {
  return (await tx.team.findMany({ where: { personId } })) as TeamRow[];
}

export async function updateTeam(
  tx: Tx,
  id: TeamId,
  data: { kind?: TeamKind; state?: "closed"; convertedAt?: Date; closedAt?: Date; closeReason?: string },
): Promise<void> {
  await tx.team.update({ where: { id }, data });
}

export async function insertMember(
  tx: Tx,
  member: {
    id: string;
    teamId: TeamId;
    staffId: StaffId;
    organisationId: OrganisationId;
    role: Role;
    addedById: StaffId;
    joinedAt: Date;
  },
): Promise<void> {
  await tx.teamMember.create({ data: member });
}

/** Members in the order they joined, former ones too. */
export async function membersOf(tx: Tx, teamId: TeamId): Promise<MemberRow[]> {
  const rows = await tx.teamMember.findMany({
    where: { teamId },
    include: { staff: true, organisation: { select: { name: true } } },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staffId as StaffId,
    userId: row.staff.matrixUserId as MatrixUserId,
    code: row.staff.code,
    familyName: row.staff.familyName,
    givenName: row.staff.givenName,
    role: row.role as Role,
    organisationId: row.organisationId as OrganisationId,
    organisationName: row.organisation.name,
    joinedAt: row.joinedAt,
    leftAt: row.leftAt,
  }));
}

/** Teams somebody is in now. */
export async function activeTeamsOfStaff(
  tx: Tx,
  staffId: StaffId,
  organisationId?: OrganisationId,
): Promise<TeamRow[]> {
  const member = { staffId, leftAt: null, ...(organisationId ? { organisationId } : {}) };
  return (await tx.team.findMany({ where: { state: "active", members: { some: member } } })) as TeamRow[];
}

export async function markLeft(
  tx: Tx,
  memberIds: readonly string[],
  data: { leftAt: Date; removedById: StaffId | null; leaveReason: string },
): Promise<void> {
  await tx.teamMember.updateMany({ where: { id: { in: [...memberIds] }, leftAt: null }, data });
}
