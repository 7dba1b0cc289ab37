import type { RoomKind } from "@tsunagi/contracts/codes/rooms";
import type {
  EnquiryId,
  HubRoomId,
  IncidentId,
  MatrixRoomId,
  NegotiationCaseId,
  OrganisationId,
  PersonId,
  StaffId,
  TeamId,
} from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

export type RoomState = "pending" | "open" | "closed";

export interface RoomRow {
  readonly id: HubRoomId;
  readonly kind: RoomKind;
  readonly code: string;
  readonly state: RoomState;
  readonly matrixRoomId: MatrixRoomId | null;
  readonly teamId: TeamId | null;
  readonly organisationId: OrganisationId | null;
  readonly enquiryId: EnquiryId | null;
  readonly incidentId: IncidentId | null;
}

interface NewRoom {
  readonly id: HubRoomId;
  readonly kind: RoomKind;
  readonly code: string;
  readonly teamId?: TeamId;
  readonly organisationId?: OrganisationId;
  readonly enquiryId?: EnquiryId;
  readonly incidentId?: IncidentId;
}

type Columns = Awaited<ReturnType<Tx["room"]["findUniqueOrThrow"]>>;

const toRoom = (row: Columns): RoomRow => ({
  id: row.id as HubRoomId,
  kind: row.kind as RoomKind,
  code: row.code,
  state: row.state as RoomState,
  matrixRoomId: row.matrixRoomId as MatrixRoomId | null,
  teamId: row.teamId as TeamId | null,
  organisationId: row.organisationId as OrganisationId | null,
  enquiryId: row.enquiryId as EnquiryId | null,
  incidentId: row.incidentId as IncidentId | null,
});

export async function insertRoom(tx: Tx, room: NewRoom): Promise<RoomRow> {
  return toRoom(await tx.room.create({ data: { ...room, state: "pending" } }));
}

export async function loadRoom(tx: Tx, id: HubRoomId): Promise<RoomRow | null> {
  const row = await tx.room.findUnique({ where: { id } });
  return row && toRoom(row);
}

export async function roomOfTeam(tx: Tx, teamId: TeamId): Promise<RoomRow> {
  return toRoom(await tx.room.findUniqueOrThrow({ where: { teamId } }));
}

export async function roomOfOrganisation(tx: Tx, organisationId: OrganisationId): Promise<RoomRow | null> {
  const row = await tx.room.findUnique({ where: { organisationId } });
  return row && toRoom(row);
}

export async function roomOfEnquiry(tx: Tx, enquiryId: EnquiryId): Promise<RoomRow | null> {
  const row = await tx.room.findUnique({ where: { enquiryId } });
  return row && toRoom(row);
}

export async function roomOfIncident(tx: Tx, incidentId: IncidentId): Promise<RoomRow> {
  return toRoom(await tx.room.findUniqueOrThrow({ where: { incidentId } }));
}

export async function roomByMatrixId(
  tx: Tx,
  matrixRoomId: string,
): Promise<(RoomRow & { personId: PersonId | null }) | null> {
  const row = await tx.room.findUnique({
    where: { matrixRoomId },
    include: { team: { select: { personId: true } } },
  });
  return row && { ...toRoom(row), personId: (row.team?.personId as PersonId | undefined) ?? null };
}

/** The Matrix room exists now. */
export async function openRoom(tx: Tx, id: HubRoomId, matrixRoomId: MatrixRoomId): Promise<void> {
  await tx.room.update({ where: { id }, data: { matrixRoomId } });
  await tx.room.updateMany({ where: { id, state: "pending" }, data: { state: "open" } });
}

export async function setRoomState(tx: Tx, id: HubRoomId, state: RoomState): Promise<void> {
  await tx.room.update({ where: { id }, data: { state } });
}

export async function setRoomKind(tx: Tx, id: HubRoomId, kind: RoomKind): Promise<void> {
  await tx.room.update({ where: { id }, data: { kind } });
}

export interface StaffRoom extends RoomRow {
  readonly personId: PersonId | null;
  readonly municipality: string | null;
  readonly organisationName: string | null;
  readonly organisationKana: string | null;
  /** Of a negotiation: its number, who stands on the other side, and the case for those who ask. */
  readonly negotiation: {
    readonly code: string;
    readonly otherSide: string;
    readonly asking: NegotiationCaseId | null;
  } | null;
  readonly members: StaffId[];
}

/** Rooms somebody belongs to by team or by job, with everybody who belongs there now. */
export async function roomsOfStaff(tx: Tx, staffId: StaffId): Promise<StaffRoom[]> {
  const current = {
    where: { leftAt: null },
    select: { staffId: true },
    orderBy: [{ joinedAt: "asc" as const }, { id: "asc" as const }],
  };
  const working = {
    where: { endedAt: null, staff: { status: { in: ["active", "invited"] } } },
    select: { staffId: true },
    orderBy: [{ grantedAt: "asc" as const }, { id: "asc" as const }],
  };
  const rows = await tx.room.findMany({
    where: {
      state: { not: "closed" },
      OR: [
        { team: { state: "active", members: { some: { staffId, leftAt: null } } } },
        { organisation: { memberships: { some: { staffId, endedAt: null } } } },
        { enquiry: { members: { some: { staffId, leftAt: null } } } },
        { incident: { members: { some: { staffId, leftAt: null } } } },
        { mail: { some: { fromId: staffId, fromLeftAt: null, state: { not: "recalled" } } } },
        { mail: { some: { state: "sent", recipients: { some: { staffId, leftAt: null } } } } },
      ],
    },
    include: {
      team: { include: { members: current, person: { select: { municipality: true } } } },
      organisation: { include: { memberships: working } },
      incident: {
        include: { members: { where: { leftAt: null }, select: { staffId: true }, orderBy: { staffId: "asc" } } },
      },
      mail: {
        where: { state: "sent" },
        select: {
          fromId: true,
          organisation: { select: { name: true, nameKana: true } },
          recipients: { where: { leftAt: null }, select: { staffId: true } },
        },
        orderBy: [{ sentAt: "asc" }, { id: "asc" }],
      },
      enquiry: {
        include: {
          members: { where: { leftAt: null }, select: { staffId: true, side: true }, orderBy: { staffId: "asc" } },
          facility: { select: { organisation: { select: { name: true } } } },
          case: { select: { code: true, askerOrgId: true } },
        },
      },
    },
    orderBy: { createdAt: "asc" },
  });
  const askers = await askerNames(
    tx,
    rows.flatMap((row) => (row.enquiry ? [row.enquiry.case.askerOrgId] : [])),
  );
  return rows.map((row) => {
    const people = [
      ...(row.team?.members ?? row.organisation?.memberships ?? row.enquiry?.members ?? row.incident?.members ?? []),
      ...row.mail.flatMap(({ fromId, recipients }) => [{ staffId: fromId }, ...recipients]),
    ];
    const asks = row.enquiry?.members.some((member) => member.staffId === staffId && member.side === "asker");
    return {
      ...toRoom(row),
      personId: (row.team?.personId as PersonId | undefined) ?? null,
      municipality: row.team?.person.municipality ?? row.organisation?.municipality ?? null,
      organisationName: row.organisation?.name ?? null,
      organisationKana: row.organisation?.nameKana ?? null,
      negotiation: row.enquiry && {
        code: row.enquiry.case.code,
        asking: asks ? (row.enquiry.caseId as NegotiationCaseId) : null,
        otherSide: asks ? row.enquiry.facility.organisation.name : (askers.get(row.enquiry.case.askerOrgId) ?? ""),
      },
      members: [...new Set(people.map((m) => m.staffId as StaffId))],
    };
  });
}

async function askerNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
