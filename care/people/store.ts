import type { OrganisationId, PersonId, StaffId, TeamId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";
import type { PersonScope } from "../permissions/scope.ts";

export interface PersonRow {
  readonly id: PersonId;
  readonly code: string;
  readonly municipality: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly keyVersion: number;
  readonly createdAt: Date;
  readonly registeredBy: { readonly name: string };
}

export interface NewPerson {
  readonly id: PersonId;
  readonly code: string;
  readonly registeredByOrgId: OrganisationId;
  readonly municipality: string;
  readonly createdById: StaffId;
}

type Token = Uint8Array<ArrayBuffer>;
const withOrganisation = { registeredBy: { select: { name: true } } } as const;
const typed = <Row extends { id: string }>(row: Row) => ({ ...row, id: row.id as PersonId });

/** The row comes first, since the person's key hangs on it; what is sealed follows by `putSealed`. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<void> {
  await tx.person.create({ data: { ...person, sealed: new Uint8Array(), keyVersion: 1 } });
}

export async function putSealed(
  tx: Tx,
  id: PersonId,
  data: { sealed: Uint8Array<ArrayBuffer>; keyVersion: number; municipality: string },
  tokens: readonly Token[],
): Promise<void> {
  await tx.person.update({ where: { id }, data });
  await tx.personIndexToken.deleteMany({ where: { personId: id } });
  await tx.personIndexToken.createMany({
    data: tokens.map((token) => ({ personId: id, token })),
    skipDuplicates: true,
  });
}

export async function loadPerson(tx: Tx, id: PersonId): Promise<PersonRow | null> {
  const row = await tx.person.findUnique({ where: { id }, include: withOrganisation });
  return row && typed(row);
}

export async function loadPeople(tx: Tx, ids: readonly PersonId[]): Promise<PersonRow[]> {
  const rows = await tx.person.findMany({ where: { id: { in: [...ids] } }, include: withOrganisation });
  return rows.map(typed);
}

interface TokenQuery {
  readonly all?: readonly Token[];
  readonly any?: readonly Token[];
  /** Only people in here; without it, all people. */
  readonly scope?: PersonScope;
}

/** People who have all of `all` and, when given, at least one of `any`. */
export async function peopleByTokens(
  tx: Tx,
  { all = [], any = [], scope }: TokenQuery,
  limit: number,
): Promise<PersonRow[]> {
  const rows = await tx.person.findMany({
    where: {
      AND: [
        ...all.map((token) => ({ indexTokens: { some: { token } } })),
        ...(any.length > 0 ? [{ indexTokens: { some: { token: { in: [...any] } } } }] : []),
        ...(scope && !scope.everybody ? [{ OR: personConditions(scope) }] : []),
      ],
    },
    include: withOrganisation,
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(typed);
}

/** What it takes to be in a scope, as conditions on a person: one of them. */
export function personConditions({ team, organisationIds, municipalities }: PersonScope) {
  const member = { staffId: team.staffId, leftAt: null, organisationId: { in: [...team.organisationIds] } };
  return [
    { teams: { some: { state: "active", members: { some: member } } } },
    { registeredByOrgId: { in: [...organisationIds] } },
    { municipality: { in: [...municipalities] } },
  ];
}

/** Serialises acts that look for the same tokens before they write them, until the transaction ends. */
export async function lockTokens(tx: Tx, tokens: readonly Token[]): Promise<void> {
  const keys = tokens.map((token) => Buffer.from(token).readBigInt64BE());
  await tx.$executeRaw`
    select pg_advisory_xact_lock(key) from (select unnest(${keys}::bigint[]) as key order by key) as ordered`;
}

export async function teamsOfPerson(
  tx: Tx,
  personId: PersonId,
  staffId: StaffId,
): Promise<{ id: TeamId; kind: "watch" | "care"; state: "active" | "closed"; mine: boolean }[]> {
  const rows = await tx.team.findMany({
    where: { personId },
    include: { members: { where: { staffId, leftAt: null }, select: { id: true } } },
    orderBy: { openedAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id as TeamId,
    kind: row.kind as "watch" | "care",
    state: row.state as "active" | "closed",
    mine: row.members.length > 0,
  }));
}

/**
 * Serialises acts on one person: data, consents, teams, records. Taken before rights and consent are looked at, so
 * that what allowed the act still stands when it is done.
 */
export async function lockPerson(tx: Tx, id: PersonId): Promise<void> {
  await tx.$queryRaw`select id from person where id = ${id} for update`;
}
