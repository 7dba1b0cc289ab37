import type { MailState } from "@tsunagi/contracts/codes/mail";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type {
  HubRoomId,
  MailId,
  MatrixEventId,
  MatrixRoomId,
  MatrixUserId,
  OrganisationId,
  StaffId,
} from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

/** Somebody as they stand on a letter. */
export interface OnLetter {
  readonly staffId: StaffId;
  readonly userId: MatrixUserId;
  readonly name: string;
  readonly kana: string;
  readonly role: Role | null;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly municipality: string;
}

export interface RecipientRow extends OnLetter {
  /** The desk written to; "" = in person. */
  readonly groupKey: string;
  readonly readAt: Date | null;
  readonly leftAt: Date | null;
}

export interface MailRow {
  readonly id: MailId;
  readonly state: MailState;
  readonly roomId: HubRoomId;
  readonly roomCode: string;
  readonly matrixRoomId: MatrixRoomId | null;
  readonly roomOpen: boolean;
  readonly eventId: MatrixEventId | null;
  readonly from: OnLetter;
  readonly fromLeft: boolean;
  readonly to: readonly RecipientRow[];
  readonly replyToId: MailId | null;
  readonly forwardOfId: MailId | null;
  readonly begunAt: Date;
  readonly sentAt: Date | null;
  readonly recalledAt: Date | null;
  readonly recallReason: string;
}

const staff = {
  select: {
    matrixUserId: true,
    familyName: true,
    givenName: true,
    familyKana: true,
    givenKana: true,
    memberships: {
      select: { organisationId: true, role: true },
      orderBy: [{ grantedAt: "asc" as const }, { id: "asc" as const }],
    },
  },
};
const organisation = { select: { name: true, municipality: true } };
const parts = {
  room: true,
  from: staff,
  organisation,
  recipients: {
    include: { staff, organisation },
    orderBy: [{ groupKey: "asc" as const }, { staffId: "asc" as const }],
  },
};

const findRow = (tx: Tx, id: string) => tx.mail.findUnique({ where: { id }, include: parts });
type Columns = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function onLetter(
  staffId: string,
  person: Columns["from"],
  organisationId: string,
  place: Columns["organisation"],
): OnLetter {
  return {
    staffId: staffId as StaffId,
    userId: person.matrixUserId as MatrixUserId,
    name: `${person.familyName} ${person.givenName}`,
    kana: `${person.familyKana} ${person.givenKana}`,
    role: (person.memberships.find((held) => held.organisationId === organisationId)?.role as Role | undefined) ?? null,
    organisationId: organisationId as OrganisationId,
    organisationName: place.name,
    municipality: place.municipality,
  };
}

const toRow = (row: Columns): MailRow => ({
  id: row.id as MailId,
  state: row.state as MailState,
  roomId: row.roomId as HubRoomId,
  roomCode: row.room.code,
  matrixRoomId: row.room.matrixRoomId as MatrixRoomId | null,
  roomOpen: row.room.state !== "closed",
  eventId: row.eventId as MatrixEventId | null,
  from: onLetter(row.fromId, row.from, row.fromOrgId, row.organisation),
  fromLeft: row.fromLeftAt !== null,
  to: row.recipients.map((one) => ({
    ...onLetter(one.staffId, one.staff, one.organisationId, one.organisation),
    groupKey: one.groupKey,
    readAt: one.readAt,
    leftAt: one.leftAt,
  })),
  replyToId: row.replyToId as MailId | null,
  forwardOfId: row.forwardOfId as MailId | null,
  begunAt: row.begunAt,
  sentAt: row.sentAt,
  recalledAt: row.recalledAt,
  recallReason: row.recallReason,
});

export async function loadMail(tx: Tx, id: MailId): Promise<MailRow | null> {
  const row = await findRow(tx, id);
  return row && toRow(row);
}

/** Sending, reading and taking back come one after the other. */
export async function lockMail(tx: Tx, id: MailId): Promise<MailRow | null> {
  await tx.$queryRaw`select id from mail where id = ${id} for no key update`;
  return loadMail(tx, id);
}

export interface NewMail {
  readonly id: MailId;
  readonly roomId: HubRoomId;
  readonly fromId: StaffId;
  readonly fromOrgId: OrganisationId;
  readonly replyToId: MailId | null;
  readonly forwardOfId: MailId | null;
  readonly begunAt: Date;
}

export async function insertMail(
  tx: Tx,
  mail: NewMail,
  to: readonly { readonly staffId: StaffId; readonly organisationId: OrganisationId; readonly groupKey: string }[],
): Promise<void> {
  await tx.mail.create({ data: { ...mail, state: "writing" } });
  await tx.mailRecipient.createMany({
    data: to.map(({ staffId, organisationId, groupKey }) => ({ mailId: mail.id, staffId, organisationId, groupKey })),
  });
}

export async function setSent(tx: Tx, id: MailId, eventId: MatrixEventId, sentAt: Date): Promise<void> {
  await tx.mail.update({ where: { id }, data: { state: "sent", eventId, sentAt } });
}

export async function setRecalled(tx: Tx, id: MailId, recalledAt: Date, recallReason: string): Promise<void> {
  await tx.mail.update({ where: { id }, data: { state: "recalled", recalledAt, recallReason } });
}

/** The first time counts. */
export async function setRead(tx: Tx, mailId: MailId, staffId: StaffId, readAt: Date): Promise<void> {
  await tx.mailRecipient.updateMany({ where: { mailId, staffId, readAt: null }, data: { readAt } });
}

/** Received, also what its sender has taken back; or sent by oneself. Newest first. */
export async function mailIn(tx: Tx, box: "inbox" | "sent", staffId: StaffId, limit: number): Promise<MailRow[]> {
  const where =
    box === "sent"
      ? { fromId: staffId, fromLeftAt: null, state: { not: "writing" } }
      : { recipients: { some: { staffId, leftAt: null } }, sentAt: { not: null } };
  const rows = await tx.mail.findMany({
    where,
    include: parts,
    orderBy: [{ sentAt: "desc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map(toRow);
}

/** Rooms of letters somebody is in, for one organisation or for all. */
export async function roomsOfLetters(tx: Tx, staffId: StaffId, organisationId?: OrganisationId): Promise<HubRoomId[]> {
  const at = organisationId ? { organisationId } : {};
  const rows = await tx.room.findMany({
    where: {
      state: { not: "closed" },
      mail: {
        some: {
          OR: [
            { fromId: staffId, fromLeftAt: null, ...(organisationId ? { fromOrgId: organisationId } : {}) },
            { state: "sent", recipients: { some: { staffId, leftAt: null, ...at } } },
          ],
        },
      },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id as HubRoomId);
}

/** Somebody does not read there any more what was sent or received for an organisation. */
export async function leaveLetters(tx: Tx, staffId: StaffId, at: Date, organisationId?: OrganisationId): Promise<void> {
  const from = organisationId ? { fromOrgId: organisationId } : {};
  const of = organisationId ? { organisationId } : {};
  await tx.mail.updateMany({ where: { fromId: staffId, fromLeftAt: null, ...from }, data: { fromLeftAt: at } });
  await tx.mailRecipient.updateMany({ where: { staffId, leftAt: null, ...of }, data: { leftAt: at } });
}
