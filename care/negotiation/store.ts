import type { DeclineReason, EnquiryAction, EnquirySide } from "@tsunagi/contracts/codes/negotiation";
import type {
  EnquiryId,
  FacilityId,
  MatrixRoomId,
  MatrixUserId,
  NegotiationCaseId,
  OrganisationId,
  PersonId,
  StaffId,
} from "@tsunagi/contracts/ids";
import type { FacilityNameView } from "@tsunagi/contracts/rest/negotiation";
import type { Tx } from "../kernel/store.ts";
import { personConditions } from "../people/store.ts";
import type { PersonScope } from "../permissions/scope.ts";
import type { DisclosureLevel, EnquiryFacts } from "./states.ts";

type Sealed = { readonly sealed: Uint8Array<ArrayBuffer>; readonly keyVersion: number };

export interface CaseRow extends Sealed {
  readonly id: NegotiationCaseId;
  readonly code: string;
  readonly personId: PersonId;
  readonly askerOrgId: OrganisationId;
  readonly openedById: StaffId;
  readonly openedAt: Date;
  readonly state: "open" | "agreed" | "closed";
  readonly sentAt: Date | null;
  readonly decidedAt: Date | null;
}

export interface EnquiryRow extends EnquiryFacts {
  readonly id: EnquiryId;
  readonly caseId: NegotiationCaseId;
  readonly facilityId: FacilityId;
  /** The facility's. */
  readonly organisationId: OrganisationId;
  readonly version: number;
  readonly inquiredAt: Date | null;
  readonly firstAnsweredAt: Date | null;
  readonly decidedAt: Date | null;
  readonly remindAt: Date | null;
  readonly dueAt: Date | null;
  readonly expiresAt: Date | null;
  readonly reminded: number;
}

export interface StepRow extends Sealed {
  readonly enquiryId: EnquiryId;
  readonly seq: number;
  readonly action: EnquiryAction;
  readonly side: EnquirySide;
  readonly staffId: StaffId | null;
  readonly at: Date;
  readonly reason: DeclineReason | null;
}

export async function insertCase(tx: Tx, row: CaseRow): Promise<void> {
  await tx.negotiationCase.create({ data: row });
}

export async function loadCase(tx: Tx, id: NegotiationCaseId): Promise<CaseRow | null> {
  return (await tx.negotiationCase.findUnique({ where: { id } })) as CaseRow | null;
}

export async function updateCase(
  tx: Tx,
  id: NegotiationCaseId,
  data: Partial<Pick<CaseRow, "state" | "sentAt" | "decidedAt" | "sealed" | "keyVersion">>,
): Promise<void> {
  await tx.negotiationCase.update({ where: { id }, data });
}

export async function insertEnquiry(tx: Tx, row: EnquiryRow): Promise<void> {
  await tx.enquiry.create({ data: row });
}

export async function loadEnquiry(tx: Tx, id: EnquiryId): Promise<EnquiryRow | null> {
  return (await tx.enquiry.findUnique({ where: { id } })) as EnquiryRow | null;
}

/** The row itself, locked until the commit: both sides may act at the same time. */
export async function lockEnquiry(tx: Tx, id: EnquiryId): Promise<EnquiryRow | null> {
  await tx.$queryRaw`select id from enquiry where id = ${id} for update`;
  return loadEnquiry(tx, id);
}

export async function enquiriesOf(tx: Tx, caseId: NegotiationCaseId): Promise<EnquiryRow[]> {
  return (await tx.enquiry.findMany({ where: { caseId }, orderBy: { id: "asc" } })) as EnquiryRow[];
}

/** Open cases of a person. */
export async function openCasesOf(tx: Tx, personId: PersonId): Promise<CaseRow[]> {
  return (await tx.negotiationCase.findMany({ where: { personId, state: { not: "closed" } } })) as CaseRow[];
}

/** Nothing is written when somebody else has moved it since `version`. */
export async function moveEnquiry(
  tx: Tx,
  id: EnquiryId,
  version: number,
  data: EnquiryFacts & Partial<Omit<EnquiryRow, "id" | "caseId" | "version">>,
): Promise<boolean> {
  const { count } = await tx.enquiry.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
  return count === 1;
}

export async function insertStep(tx: Tx, row: StepRow): Promise<void> {
  await tx.enquiryStep.create({ data: row });
}

export async function stepsOf(tx: Tx, enquiryIds: readonly EnquiryId[]): Promise<StepRow[]> {
  const where = { enquiryId: { in: [...enquiryIds] } };
  return (await tx.enquiryStep.findMany({ where, orderBy: [{ enquiryId: "asc" }, { seq: "asc" }] })) as StepRow[];
}

/** Names of facilities as both sides read them. */
export async function facilitiesByIds(tx: Tx, ids: readonly FacilityId[]): Promise<Map<FacilityId, FacilityNameView>> {
  const rows = await tx.organisationService.findMany({
    where: { id: { in: [...ids] } },
    include: { organisation: { select: { name: true, municipality: true, phone: true } } },
  });
  return new Map(
    rows.map((row) => [
      row.id as FacilityId,
      {
        id: row.id as FacilityId,
        organisationId: row.organisationId as OrganisationId,
        name: row.organisation.name,
        system: row.system,
        serviceType: row.serviceType,
        municipality: row.organisation.municipality,
        phone: row.organisation.phone,
      },
    ]),
  );
}

export interface Helper {
  readonly staffId: StaffId;
  readonly userId: MatrixUserId;
}

/** Everybody active who has one of these roles at an organisation; `team` narrows to those in the person's active team. */
export async function staffWithRoles(
  tx: Tx,
  organisationId: OrganisationId,
  roles: readonly string[],
  team?: PersonId,
): Promise<Helper[]> {
  const rows = await tx.staff.findMany({
    where: {
      status: { in: ["active", "invited"] },
      memberships: { some: { organisationId, endedAt: null, role: { in: [...roles] } } },
      ...(team ? { teams: { some: { leftAt: null, organisationId, team: { personId: team, state: "active" } } } } : {}),
    },
    select: { id: true, matrixUserId: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ staffId: row.id as StaffId, userId: row.matrixUserId as MatrixUserId }));
}

export type MemberSide = "asker" | "facility";

/** Who is in an enquiry's room for one side. */
export async function membersOn(tx: Tx, enquiryId: EnquiryId, side: MemberSide): Promise<StaffId[]> {
  const where = { enquiryId, side, leftAt: null };
  const rows = await tx.enquiryMember.findMany({ where, select: { staffId: true }, orderBy: { staffId: "asc" } });
  return rows.map(({ staffId }) => staffId as StaffId);
}

/** Puts somebody into an enquiry's room, again after they had left. @returns false when they are in it already */
export async function putMember(
  tx: Tx,
  member: { enquiryId: EnquiryId; staffId: StaffId; side: MemberSide; joinedAt: Date },
): Promise<boolean> {
  const { enquiryId, staffId, ...rest } = member;
  const key = { enquiryId_staffId: { enquiryId, staffId } };
  const known = await tx.enquiryMember.findUnique({ where: key });
  if (known && known.leftAt === null) return false;
  await tx.enquiryMember.upsert({ where: key, create: member, update: { ...rest, leftAt: null } });
  return true;
}

export async function membersOfEnquiry(tx: Tx, enquiryId: EnquiryId, side: MemberSide): Promise<Helper[]> {
  const rows = await tx.enquiryMember.findMany({
    where: { enquiryId, side, leftAt: null },
    include: { staff: { select: { matrixUserId: true } } },
    orderBy: { staffId: "asc" },
  });
  return rows.map((row) => ({ staffId: row.staffId as StaffId, userId: row.staff.matrixUserId as MatrixUserId }));
}

export async function endMembers(tx: Tx, enquiryId: EnquiryId, leftAt: Date): Promise<void> {
  await tx.enquiryMember.updateMany({ where: { enquiryId, leftAt: null }, data: { leftAt } });
}

/** Enquiry rooms somebody is in for an organisation, on either side. */
export async function enquiriesOfStaff(
  tx: Tx,
  staffId: StaffId,
  organisationId?: OrganisationId,
): Promise<EnquiryId[]> {
  const rows = await tx.enquiryMember.findMany({
    where: {
      staffId,
      leftAt: null,
      ...(organisationId
        ? {
            OR: [
              { side: "facility", enquiry: { organisationId } },
              { side: "asker", enquiry: { case: { askerOrgId: organisationId } } },
            ],
          }
        : {}),
    },
    select: { enquiryId: true },
    orderBy: { enquiryId: "asc" },
  });
  return rows.map((row) => row.enquiryId as EnquiryId);
}

export async function endMember(tx: Tx, enquiryId: EnquiryId, staffId: StaffId, leftAt: Date): Promise<void> {
  await tx.enquiryMember.updateMany({ where: { enquiryId, staffId, leftAt: null }, data: { leftAt } });
}

/** The enquiry a Matrix room is about. */
export async function enquiryOfRoom(tx: Tx, matrixRoomId: MatrixRoomId): Promise<EnquiryId | null> {
  const row = await tx.room.findUnique({ where: { matrixRoomId }, select: { enquiryId: true } });
  return (row?.enquiryId as EnquiryId | undefined) ?? null;
}

export async function matrixRoomsOf(tx: Tx, ids: readonly EnquiryId[]): Promise<Map<EnquiryId, MatrixRoomId>> {
  const rows = await tx.room.findMany({ where: { enquiryId: { in: [...ids] }, state: { not: "closed" } } });
  return new Map(
    rows.flatMap((row) => (row.matrixRoomId ? [[row.enquiryId as EnquiryId, row.matrixRoomId as MatrixRoomId]] : [])),
  );
}

export interface BoardRow {
  readonly enquiry: EnquiryRow;
  readonly case: Pick<CaseRow, "id" | "code" | "personId" | "askerOrgId" | "sentAt">;
  readonly askerName: string;
}

const withCase = {
  case: { select: { id: true, code: true, personId: true, askerOrgId: true, sentAt: true } },
} as const;
const BOARD_LIMIT = 1000;

/** Enquiries about people in the scope, newest first. */
export async function askedBoard(tx: Tx, scope: PersonScope): Promise<BoardRow[]> {
  const rows = await tx.enquiry.findMany({
    where: { case: { person: scope.everybody ? {} : { OR: personConditions(scope) } } },
    include: withCase,
    orderBy: [{ inquiredAt: "desc" }, { id: "asc" }],
    take: BOARD_LIMIT,
  });
  return toBoard(tx, rows);
}

/** What these organisations were asked; drafts are nobody's business yet. */
export async function receivedBoard(tx: Tx, organisationIds: readonly OrganisationId[]): Promise<BoardRow[]> {
  const rows = await tx.enquiry.findMany({
    where: { organisationId: { in: [...organisationIds] }, inquiredAt: { not: null } },
    include: withCase,
    orderBy: [{ inquiredAt: "desc" }, { id: "asc" }],
    take: BOARD_LIMIT,
  });
  return toBoard(tx, rows);
}

async function toBoard(tx: Tx, rows: readonly (object & { case: { askerOrgId: string } })[]): Promise<BoardRow[]> {
  const ids = [...new Set(rows.map((row) => row.case.askerOrgId))];
  const names = await tx.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  return rows.map(({ case: of, ...enquiry }) => ({
    enquiry: enquiry as unknown as EnquiryRow,
    case: of as BoardRow["case"],
    askerName: nameOf.get(of.askerOrgId) ?? "",
  }));
}

/** Enquiries whose next reminder or end is due. */
export async function dueEnquiries(tx: Tx, now: Date, limit: number): Promise<EnquiryId[]> {
  const rows = await tx.enquiry.findMany({
    where: {
      OR: [
        { reminded: 0, remindAt: { lte: now } },
        { reminded: { lte: 1 }, dueAt: { lte: now } },
        { expiresAt: { lte: now } },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map((row) => row.id as EnquiryId);
}

export async function setReminded(tx: Tx, id: EnquiryId, reminded: number): Promise<void> {
  await tx.enquiry.update({ where: { id }, data: { reminded } });
}

export interface DisclosureRow extends Sealed {
  readonly id: string;
  readonly enquiryId: EnquiryId;
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly level: DisclosureLevel;
  readonly items: string[];
  readonly consentIds: string[];
  readonly documentIds: string[];
  readonly disclosedById: StaffId;
  readonly disclosedAt: Date;
  readonly endedAt: Date | null;
}

export async function insertDisclosure(tx: Tx, row: DisclosureRow): Promise<void> {
  await tx.disclosure.create({ data: row });
}

/** Everything that was disclosed of a person, or in one enquiry; newest first. */
export async function disclosuresOf(
  tx: Tx,
  of: { personId: PersonId } | { enquiryId: EnquiryId } | { caseId: NegotiationCaseId },
): Promise<(DisclosureRow & { facilityId: FacilityId })[]> {
  const where = "caseId" in of ? { enquiry: { caseId: of.caseId } } : of;
  const rows = await tx.disclosure.findMany({
    where,
    include: { enquiry: { select: { facilityId: true } } },
    orderBy: [{ disclosedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(({ enquiry, ...row }) => ({
    ...(row as unknown as DisclosureRow),
    facilityId: enquiry.facilityId as FacilityId,
  }));
}

/** What a facility was given is not shown to it any more. */
export async function endDisclosures(tx: Tx, enquiryId: EnquiryId, endedAt: Date): Promise<void> {
  await tx.disclosure.updateMany({ where: { enquiryId, endedAt: null }, data: { endedAt } });
}
