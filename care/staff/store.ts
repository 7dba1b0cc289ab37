import type { OrganisationKind } from "@tsunagi/contracts/codes/organisationKinds";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { MatrixUserId, MembershipId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { Colleague, StaffMemberView } from "@tsunagi/contracts/rest/staff";
import type { Job } from "../kernel/actor.ts";
import type { Tx } from "../kernel/store.ts";
import { kanaVariants } from "../people/kana.ts";

export interface ActorRow {
  readonly userId: MatrixUserId;
  readonly code: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly status: string;
  readonly job: Job | null;
}

interface ActorColumns {
  matrix_user_id: MatrixUserId;
  code: string;
  family_name: string;
  given_name: string;
  status: string;
  role: Role | null;
  organisation_id: OrganisationId;
  name: string;
  kind: OrganisationKind;
  municipality: string;
}

/** One row a current job, or one without a job: a single round trip, since every act begins with it. */
export async function actorRows(tx: Tx, staffId: StaffId): Promise<ActorRow[]> {
  const rows = await tx.$queryRaw<ActorColumns[]>`
    select s.matrix_user_id, s.code, s.family_name, s.given_name, s.status,
           m.role, o.id as organisation_id, o.name, o.kind, o.municipality
    from staff s
    left join membership m on m.staff_id = s.id and m.ended_at is null
    left join organisation o on o.id = m.organisation_id
    where s.id = ${staffId} order by m.granted_at, m.id`;
  return rows.map((row) => ({
    userId: row.matrix_user_id,
    code: row.code,
    familyName: row.family_name,
    givenName: row.given_name,
    status: row.status,
    job: row.role
      ? {
          role: row.role,
          organisationId: row.organisation_id,
          organisationName: row.name,
          organisationKind: row.kind,
          municipality: row.municipality,
        }
      : null,
  }));
}

export async function staffIdOfUser(tx: Tx, userId: MatrixUserId): Promise<StaffId | null> {
  const row = await tx.staff.findUnique({ where: { matrixUserId: userId }, select: { id: true } });
  return (row?.id as StaffId | undefined) ?? null;
}

const withJobs = {
  memberships: {
    where: { endedAt: null },
    include: { organisation: true },
    orderBy: [{ grantedAt: "asc" as const }, { id: "asc" as const }],
  },
};

interface StaffRow {
  id: string;
  matrixUserId: string;
  loginName: string;
  code: string;
  familyName: string;
  givenName: string;
  familyKana: string;
  givenKana: string;
  status: string;
  mustChangePassword: boolean;
  memberships: { id: string; role: string; organisation: { id: string; name: string; kind: string } }[];
}

function toView(row: StaffRow): StaffMemberView {
  const { id, matrixUserId, status, memberships, ...rest } = row;
  return {
    id: id as StaffId,
    userId: matrixUserId as MatrixUserId,
    loginName: rest.loginName,
    code: rest.code,
    familyName: rest.familyName,
    givenName: rest.givenName,
    familyKana: rest.familyKana,
    givenKana: rest.givenKana,
    mustChangePassword: rest.mustChangePassword,
    status: status as StaffMemberView["status"],
    memberships: memberships.map((m) => ({
      id: m.id as MembershipId,
      organisationId: m.organisation.id as OrganisationId,
      organisationName: m.organisation.name,
      organisationKind: m.organisation.kind as OrganisationKind,
      role: m.role as Role,
    })),
  };
}

/** The same person as colleagues see them: without login name and status details. */
export function toColleague(member: StaffMemberView): Colleague {
  return {
    staffId: member.id,
    userId: member.userId,
    code: member.code,
    familyName: member.familyName,
    givenName: member.givenName,
    familyKana: member.familyKana,
    givenKana: member.givenKana,
    active: member.status === "active" || member.status === "invited",
    jobs: member.memberships.map(({ organisationId, organisationName, organisationKind, role }) => ({
      organisationId,
      organisationName,
      organisationKind,
      role,
    })),
  };
}

export async function loadStaff(tx: Tx, staffId: StaffId): Promise<StaffMemberView | null> {
  const row = await tx.staff.findUnique({ where: { id: staffId }, include: withJobs });
  return row && toView(row);
}

/** Serialises acts that change an account: status, jobs, identity. */
export async function lockStaff(tx: Tx, id: StaffId): Promise<void> {
  await tx.$queryRaw`select id from staff where id = ${id} for no key update`;
}

/** Lets nobody change the account until the commit: who is let in now is not being put out at the same time. */
export async function shareStaff(tx: Tx, id: StaffId): Promise<void> {
  await tx.$queryRaw`select id from staff where id = ${id} for share`;
}

/**
 * The organisation each works at longest, of those they work at now. Counted from the first role there, so that a
 * change of role does not move it.
 */
export async function homeOrganisations(tx: Tx, staffIds: readonly string[]): Promise<Map<string, OrganisationId>> {
  const rows = await tx.$queryRaw<{ staff_id: string; organisation_id: OrganisationId }[]>`
    select distinct on (first.staff_id) first.staff_id, first.organisation_id
    from membership first
    where first.staff_id = any(${[...staffIds]}::text[]) and exists (
      select 1 from membership held where held.staff_id = first.staff_id
      and held.organisation_id = first.organisation_id and held.ended_at is null)
    order by first.staff_id, first.granted_at, first.id`;
  return new Map(rows.map((row) => [row.staff_id, row.organisation_id]));
}

export async function staffByIds(tx: Tx, ids: readonly string[]): Promise<StaffMemberView[]> {
  const rows = await tx.staff.findMany({ where: { id: { in: [...ids] } }, include: withJobs });
  return rows.map(toView);
}

/** Everybody who has or had a job there. */
export async function staffOfOrganisation(tx: Tx, organisationId: OrganisationId): Promise<StaffMemberView[]> {
  const rows = await tx.staff.findMany({
    where: { memberships: { some: { organisationId } } },
    include: withJobs,
    orderBy: [{ familyKana: "asc" }, { givenKana: "asc" }],
  });
  return rows.map(toView);
}

export interface NewStaff {
  readonly id: StaffId;
  readonly matrixUserId: MatrixUserId;
  readonly loginName: string;
  readonly code: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly status: StaffMemberView["status"];
  readonly mustChangePassword: boolean;
}

export async function insertStaff(tx: Tx, staff: NewStaff): Promise<void> {
  await tx.staff.create({ data: staff });
}

/** Whether an account has this login name. Serialises those who ask for the same one until the commit. */
export async function staffIdOfLogin(tx: Tx, loginName: string): Promise<StaffId | null> {
  const row = await tx.staff.findUnique({ where: { loginName }, select: { id: true } });
  return (row?.id as StaffId | undefined) ?? null;
}

export async function loginNameTaken(tx: Tx, loginName: string): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`login:${loginName}`}, 0))`;
  return (await tx.staff.count({ where: { loginName } })) > 0;
}

export interface NewMembership {
  readonly id: MembershipId;
  readonly staffId: StaffId;
  readonly organisationId: OrganisationId;
  readonly role: Role;
  readonly grantedById: string | null;
}

export async function insertMembership(tx: Tx, membership: NewMembership): Promise<void> {
  await tx.membership.create({ data: membership });
}

export async function loadMembership(
  tx: Tx,
  id: MembershipId,
): Promise<{ staffId: StaffId; organisationId: OrganisationId; role: Role; ended: boolean } | null> {
  const row = await tx.membership.findUnique({ where: { id } });
  if (!row) return null;
  const { staffId, organisationId, role, endedAt } = row;
  return {
    staffId: staffId as StaffId,
    organisationId: organisationId as OrganisationId,
    role: role as Role,
    ended: endedAt !== null,
  };
}

export async function endMemberships(
  tx: Tx,
  where: { id: MembershipId } | { staffId: StaffId },
  at: Date,
): Promise<void> {
  await tx.membership.updateMany({ where: { ...where, endedAt: null }, data: { endedAt: at } });
}

export async function updateStaff(
  tx: Tx,
  id: StaffId,
  change: Partial<Pick<NewStaff, "status" | "mustChangePassword">> & { suspendedAt?: Date | null; leftAt?: Date },
): Promise<void> {
  await tx.staff.update({ where: { id }, data: change });
}

export async function anyStaff(tx: Tx): Promise<boolean> {
  return (await tx.staff.count({ take: 1 })) > 0;
}

/** Active staff whose name, kana or organisation holds the text. */
export async function findColleagues(
  tx: Tx,
  query: { text: string; role?: Role | undefined; organisationId?: OrganisationId | undefined; limit: number },
): Promise<StaffMemberView[]> {
  const { text, role, organisationId, limit } = query;
  const contains = (part: string) => ({ contains: part, mode: "insensitive" as const });
  const job = { endedAt: null, ...(role ? { role } : {}), ...(organisationId ? { organisationId } : {}) };
  const words = text.split(/[\s　]+/).filter((word) => word !== "");
  const rows = await tx.staff.findMany({
    where: {
      status: { in: ["active", "invited"] },
      memberships: { some: job },
      AND: words.map((word) => ({
        OR: [
          { familyName: contains(word) },
          { givenName: contains(word) },
          ...kanaVariants(word).flatMap((kana) => [{ familyKana: contains(kana) }, { givenKana: contains(kana) }]),
          { memberships: { some: { endedAt: null, organisation: { name: contains(word) } } } },
        ],
      })),
    },
    include: withJobs,
    orderBy: [{ familyKana: "asc" }, { givenKana: "asc" }],
    take: limit,
  });
  return rows.map(toView);
}
