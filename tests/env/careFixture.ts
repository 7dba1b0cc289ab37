import { randomUUID } from "node:crypto";
import { recordConsent } from "@tsunagi/care/consent/recordConsent";
import { CareError } from "@tsunagi/care/kernel/errors";
import { type Database, openDatabase } from "@tsunagi/care/kernel/store";
import { type Care, type CareSettings, createCare, type StaffUnit, type Unit } from "@tsunagi/care/kernel/unit";
import { createOrganisation } from "@tsunagi/care/organisations/listOrganisations";
import { insertOrganisation } from "@tsunagi/care/organisations/store";
import { OUTBOX_PURPOSE } from "@tsunagi/care/outbox/append";
import type { OutboxKind, OutboxPayloads } from "@tsunagi/care/outbox/messages";
import { registerPerson } from "@tsunagi/care/people/registerPerson";
import { addAccount, createStaff } from "@tsunagi/care/staff/createStaff";
import { passwordChanged } from "@tsunagi/care/staff/passwordChanged";
import { openTeam } from "@tsunagi/care/teams/openTeam";
import { parseKeyring } from "@tsunagi/care/vault/keyring";
import { Vault } from "@tsunagi/care/vault/vault";
import type { ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { OrganisationKind } from "@tsunagi/contracts/codes/organisationKinds";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { TeamKind } from "@tsunagi/contracts/codes/rooms";
import type { MatrixUserId, MembershipId, OrganisationId, PersonId, StaffId, TeamId } from "@tsunagi/contracts/ids";
import type { ProblemCode } from "@tsunagi/contracts/problems";
import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import { type PersonInput, type PersonView, personInput } from "@tsunagi/contracts/rest/people";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { createTestDatabase, type TestDatabase } from "./database.ts";

/** The use cases on a database of their own: no homeserver, no network. */
export interface TestHub {
  readonly care: Care;
  readonly db: TestDatabase;
  readonly database: Database;
  readonly vault: Vault;
  readonly settings: CareSettings;
  readonly clock: TestClock;
  /** Runs a use case for somebody, from a page. */
  as<T>(who: { readonly staffId: StaffId }, work: (unit: StaffUnit) => Promise<T>): Promise<T>;
  /** Runs a use case for the hub itself; it need not leave an audit row. */
  system<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Everything in the outbox, in the order it was put there, opened. */
  outbox(): Promise<OutboxEntry[]>;
  /** Rows of the access log, oldest first. */
  auditRows(): Promise<AuditLogRow[]>;
  close(): Promise<void>;
}

export type OutboxEntry = {
  [Kind in OutboxKind]: { readonly kind: Kind; readonly lane: string; readonly payload: OutboxPayloads[Kind] };
}[OutboxKind];

export interface AuditLogRow {
  readonly seq: string;
  readonly at: Date;
  readonly actor_staff_id: string | null;
  readonly actor_org_id: string | null;
  readonly actor_role: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly person_id: string | null;
  readonly subject_id: string | null;
  readonly detail: string;
}

/** Time stands still but for a millisecond an act, so that what happened later also has the later time. */
export class TestClock {
  #time = Date.parse("2026-04-01T00:00:00Z");

  now(): Date {
    this.#time += 1;
    return new Date(this.#time);
  }

  advance(minutes: number): void {
    this.#time += minutes * 60_000;
  }
}

export const TEST_SETTINGS: CareSettings = {
  serverName: "hub.example",
  botPrefix: "tsunagi_",
  passwordMinLength: 13,
  documentBytes: 2_000_000,
  identityReplacementMinutes: 15,
  sessionMinutes: 480,
  deadlines: { opensAt: 9, closesAt: 17, answerDays: 2, expireDays: 5 },
  vacancyStaleHours: 72,
  vacancyAskHours: 24,
  importBytes: 50_000_000,
  facilityPhotos: 3,
  facilityPhotoBytes: 50_000,
  cardConfirmDays: 180,
  incidentMediaHours: 72,
  incidentSummaryHours: 48,
  cardRemindDays: 30,
  bulletinDeputyMinutes: 30,
  publicUrl: "https://hub.example",
  emergencyGrantHours: 6,
  emergencyGrantsPerDay: 20,
  emergencySearchesPerHour: 60,
  noticeShownMinutes: 5,
};

const key = (fill: number): Buffer => Buffer.alloc(32, fill);

/** A vault with invented keys. @param keyring `name:fill` pairs, newest first */
export function testVault(...keyring: readonly (readonly [name: string, fill: number])[]): Vault {
  const text = keyring.map(([name, fill]) => `${name}:${key(fill).toString("base64")}`).join(",");
  return new Vault({ keyring: parseKeyring(text), indexKey: key(7), auditKey: key(8) });
}

export interface HubOptions {
  readonly vault?: Vault;
  readonly settings?: Partial<CareSettings>;
}

/** Opens a hub on a fresh database. Close it in `afterAll`. */
export async function openTestHub(options: HubOptions = {}): Promise<TestHub> {
  const db = await createTestDatabase();
  const database = openDatabase({ url: db.url, poolSize: 8, transactionTimeoutMs: 30_000 });
  return hubOn(db, database, options);
}

/** Another hub on the same database: other keys, other settings. Only the first one is closed. */
export function hubOn(db: TestDatabase, database: Database, options: HubOptions = {}): TestHub {
  const vault = options.vault ?? testVault(["k1", 1]);
  const settings = { ...TEST_SETTINGS, ...options.settings };
  const clock = new TestClock();
  const care = createCare({ database, vault, settings, onOutbox: () => {}, clock: () => clock.now() });
  return {
    care,
    db,
    database,
    vault,
    settings,
    clock,
    as: ({ staffId }, work) => care.asStaff({ staffId, channel: "web", correlationId: randomUUID() }, work),
    system: (work) => care.asSystem(randomUUID(), work, { audited: false }),
    outbox: async () => {
      const rows = await db.sql<{ kind: OutboxKind; lane: string; sealed: Buffer }>(
        "select kind, lane, sealed from outbox_message where state <> 'sent' order by id",
      );
      return rows.map(({ kind, lane, sealed }) => ({
        kind,
        lane,
        payload: vault.openSystem(sealed, OUTBOX_PURPOSE),
      })) as OutboxEntry[];
    },
    auditRows: () => db.sql<AuditLogRow>("select * from audit_entry order by chain, seq"),
    close: async () => {
      await database.close();
      await db.drop();
    },
  };
}

/** The code of the refusal an act ends with; `none` when it is not refused. Anything else is thrown on. */
export async function refusal(act: Promise<unknown>): Promise<ProblemCode | "none"> {
  try {
    await act;
    return "none";
  } catch (error) {
    if (error instanceof CareError) return error.code;
    throw error;
  }
}

/** What is in the outbox of one kind. */
export async function sent<Kind extends OutboxKind>(hub: TestHub, kind: Kind): Promise<OutboxPayloads[Kind][]> {
  return (await hub.outbox()).flatMap((entry) => (entry.kind === kind ? [entry.payload as OutboxPayloads[Kind]] : []));
}

/** Runs an act and gives the messages it put into the outbox. */
export async function outboxOf<T>(hub: TestHub, act: () => Promise<T>): Promise<OutboxEntry[]> {
  const before = (await hub.outbox()).length;
  await act();
  return (await hub.outbox()).slice(before);
}

// ── an invented region ─────────────────────────────────────────────────────────────────────────────────────────────

/** Somebody who works somewhere; what `hub.as` and an admission to a team need. */
export interface Worker {
  readonly staffId: StaffId;
  readonly userId: MatrixUserId;
  readonly organisationId: OrganisationId;
  readonly membershipId: MembershipId;
  readonly name: string;
}

export interface Region {
  /** Runs the network; sees accounts, never a person. */
  readonly operator: Worker;
  /** 地域包括支援センター in Mishima. */
  readonly centreAdmin: Worker;
  readonly socialWorker: Worker;
  /** 居宅介護支援事業所 in Mishima. */
  readonly officeAdmin: Worker;
  readonly careManager: Worker;
  readonly helper: Worker;
  /** 訪問看護ステーション in Mishima. */
  readonly stationAdmin: Worker;
  readonly visitingNurse: Worker;
  /** Hospital in Numazu. */
  readonly physician: Worker;
  readonly nurse: Worker;
  /** City of Mishima. */
  readonly cityStaff: Worker;
  readonly commissioner: Worker;
}

export const MISHIMA = "222062";
export const NUMAZU = "222038";

let serial = 0;
const next = (): string => {
  serial += 1;
  return String(serial).padStart(3, "0");
};

/** The first account, as the first start of an installation makes it. */
export async function createOperator(hub: TestHub): Promise<Worker> {
  return hub.system(async (unit) => {
    const organisationId = await insertOrganisation(unit.tx, {
      name: "みほん運営協議会",
      nameKana: "ミホンウンエイキョウギカイ",
      kind: "networkOperator",
      municipality: NUMAZU,
      address: "",
      phone: "",
    });
    const input = {
      organisationId,
      loginName: "operator",
      role: "networkAdmin" as const,
      ...namesOf("運営", "ウンエイ"),
    };
    const staff = await addAccount(unit, input, { password: "only-for-tests-1", mustChangePassword: false });
    unit.audit({ action: "network.start", subjectId: staff.id });
    return toWorker(staff, organisationId);
  });
}

export async function openOrganisation(
  hub: TestHub,
  operator: Worker,
  name: string,
  kind: OrganisationKind,
  municipality = MISHIMA,
): Promise<OrganisationId> {
  const input = { name, kind, municipality, address: "", phone: "" };
  return (await hub.as(operator, (unit) => createOrganisation(unit, input))).id;
}

/** An account whose owner has changed the initial password already. */
export async function hire(hub: TestHub, by: Worker, organisationId: OrganisationId, role: Role): Promise<Worker> {
  const input = { organisationId, role, loginName: loginFor(role), ...namesOf("見本", "ミホン") };
  const { staff } = await hub.as(by, (unit) => createStaff(unit, input));
  await hub.system((unit) => passwordChanged(unit, staff.userId));
  return toWorker(staff, organisationId);
}

const loginFor = (role: Role): string => `${role.toLowerCase()}${next()}`;

/** Names that nobody has: 見本 or 運営 with a number. */
function namesOf(familyName: string, familyKana: string) {
  return { familyName, familyKana, givenName: `職員${next()}`, givenKana: "ショクイン" };
}

export function toWorker(staff: StaffMemberView, organisationId: OrganisationId): Worker {
  const membership = staff.memberships.find((held) => held.organisationId === organisationId);
  if (!membership) throw new Error("no job there");
  const name = `${staff.familyName} ${staff.givenName}`;
  return { staffId: staff.id, userId: staff.userId, organisationId, membershipId: membership.id, name };
}

/** Six organisations of two cities and their people, made in one act as a seed does it. */
export async function buildRegion(hub: TestHub): Promise<Region> {
  const operator = await createOperator(hub);
  return hub.system(async (unit) => {
    const place = (name: string, kind: OrganisationKind, municipality = MISHIMA) =>
      insertOrganisation(unit.tx, { name, nameKana: "", kind, municipality, address: "", phone: "" });
    const centre = await place("みほん地域包括支援センター", "communitySupportCentre");
    const office = await place("みほん居宅介護支援事業所", "careProvider");
    const station = await place("みほん訪問看護ステーション", "homeNursing");
    const hospital = await place("みほん総合病院", "hospital", NUMAZU);
    const city = await place("みほん市役所", "municipality");
    const account = async (organisationId: OrganisationId, role: Role): Promise<Worker> => {
      const input = { organisationId, role, loginName: loginFor(role), ...namesOf("見本", "ミホン") };
      const staff = await addAccount(unit, input, { password: "only-for-tests-1", mustChangePassword: false });
      unit.audit({ action: "staff.create", subjectId: staff.id });
      return toWorker(staff, organisationId);
    };
    return {
      operator,
      centreAdmin: await account(centre, "facilityAdmin"),
      socialWorker: await account(centre, "certifiedSocialWorker"),
      officeAdmin: await account(office, "facilityAdmin"),
      careManager: await account(office, "careManager"),
      helper: await account(office, "helper"),
      stationAdmin: await account(station, "facilityAdmin"),
      visitingNurse: await account(station, "visitingNurse"),
      physician: await account(hospital, "physician"),
      nurse: await account(hospital, "nurse"),
      cityStaff: await account(city, "cityStaff"),
      commissioner: await account(city, "welfareCommissioner"),
    };
  });
}

/** An invented citizen's data: 架空 with a given name and a birth date of their own, so that nobody is like another. */
export function invent(change: Partial<PersonInput> = {}): PersonInput {
  const number = next();
  const birthDate = new Date(Date.UTC(1930, 0, 1 + Number(number))).toISOString().slice(0, 10);
  return personInput.parse({
    familyName: "架空",
    givenName: `太郎${number}`,
    familyKana: "カクウ",
    givenKana: `タロ${number.replaceAll(/\d/g, (digit) => "アイウエオカキクケコ"[Number(digit)] ?? "")}`,
    birthDate,
    sex: "male",
    municipality: MISHIMA,
    ...change,
  });
}

export async function register(hub: TestHub, by: Worker, change: Partial<PersonInput> = {}): Promise<PersonView> {
  const person = invent(change);
  const registration = await hub.as(by, (unit) => registerPerson(unit, { person, registerAnyway: true }));
  if (registration.outcome !== "registered") throw new Error("not registered");
  return registration.person;
}

/** The person's own oral consent of today. */
export async function consentTo(
  hub: TestHub,
  by: Worker,
  personId: PersonId,
  ...scopes: ConsentScope[]
): Promise<ConsentView> {
  const consent = {
    scopes,
    givenBy: "person" as const,
    representative: null,
    method: "oral" as const,
    givenOn: "2026-04-01",
    documentId: null,
    note: "",
  };
  return hub.as(by, (unit) => recordConsent(unit, { personId, consent }));
}

export interface OpenedTeam {
  readonly person: PersonView;
  readonly consent: ConsentView;
  readonly team: TeamView;
  readonly teamId: TeamId;
  readonly personId: PersonId;
}

/** A person with consent and a team; the first of `members` opens it. */
export async function teamOf(hub: TestHub, kind: TeamKind, ...members: [Worker, ...Worker[]]): Promise<OpenedTeam> {
  const [opener, ...others] = members;
  const person = await register(hub, opener);
  const consent = await consentTo(hub, opener, person.id, kind === "watch" ? "watchSharing" : "teamSharing");
  const team = await hub.as(opener, (unit) => openTeam(unit, { personId: person.id, kind, members: others }));
  return { person, consent, team, teamId: team.id, personId: person.id };
}
