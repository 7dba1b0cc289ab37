import { listAccess, reviewAudit } from "@tsunagi/care/audit/view";
import { attachDocument, readDocument } from "@tsunagi/care/consent/documents";
import { listConsents } from "@tsunagi/care/consent/listConsents";
import { recordConsent } from "@tsunagi/care/consent/recordConsent";
import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import { approveDevice, listDeviceRequests, rejectDevice } from "@tsunagi/care/devices/decideDevice";
import { noticeDevice } from "@tsunagi/care/devices/noticeDevice";
import { newId } from "@tsunagi/care/kernel/ids";
import type { StaffUnit } from "@tsunagi/care/kernel/unit";
import { listRejections, readImport, startImport } from "@tsunagi/care/organisations/imports/imports";
import { createOrganisation } from "@tsunagi/care/organisations/listOrganisations";
import { readPerson } from "@tsunagi/care/people/readPerson";
import { registerPerson } from "@tsunagi/care/people/registerPerson";
import { searchPeople } from "@tsunagi/care/people/searchPeople";
import { updatePerson } from "@tsunagi/care/people/updatePerson";
import { cancelRecord, correctRecord } from "@tsunagi/care/records/amendRecord";
import { listRecords, readRecordHistory } from "@tsunagi/care/records/listRecords";
import { writeRecord } from "@tsunagi/care/records/writeRecord";
import { createStaff } from "@tsunagi/care/staff/createStaff";
import { listStaff } from "@tsunagi/care/staff/listStaff";
import { addMembership, endMembership } from "@tsunagi/care/staff/memberships";
import { leaveNetwork, resetPassword, resumeStaff, suspendStaff } from "@tsunagi/care/staff/suspension";
import { closeTeam } from "@tsunagi/care/teams/closeTeam";
import { convertTeam } from "@tsunagi/care/teams/convertTeam";
import { addTeamMember, leaveTeam, removeTeamMember } from "@tsunagi/care/teams/membership";
import { openTeam } from "@tsunagi/care/teams/openTeam";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import { insertTeam } from "@tsunagi/care/teams/store";
import { matrixDeviceId } from "@tsunagi/contracts/ids";
import type { Permission } from "@tsunagi/contracts/permissions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  invent,
  openTestHub,
  type Region,
  refusal,
  type TestHub,
  teamOf,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let acts: readonly (readonly [name: string, permission: Permission, act: (unit: StaffUnit) => Promise<unknown>])[];

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  const { careManager, visitingNurse } = region;
  const { personId, teamId, consent } = await teamOf(hub, "care", careManager, visitingNurse);
  const { organisationId, staffId, membershipId, userId } = careManager;
  const consentId = consent.id;
  const words = { text: "見本", kind: "support" as const, tellRoom: true, reason: "見本" };
  const { id: recordId } = await hub.as(careManager, (unit) => writeRecord(unit, { personId, ...words }));
  const bytes = Buffer.from("%PDF-1.7\n見本");
  const { id: documentId } = await hub.as(careManager, (unit) => attachDocument(unit, { personId, bytes }));
  const device = { userId, deviceId: matrixDeviceId.parse("D1"), fingerprint: "F1", displayName: "" };
  const approval = await hub.system((unit) => noticeDevice(unit, device));
  if (!approval) throw new Error("no approval");
  const approvalId = approval.id;
  const names = { familyName: "見本", givenName: "新", familyKana: "ミホン", givenKana: "シン" };
  const account = { organisationId, loginName: "newcomer", role: "nurse" as const, ...names };
  const place = { name: "新みほん", kind: "clinic" as const, municipality: "222062", address: "", phone: "" };
  const consentInput = { scopes: ["emergency" as const], givenBy: "person" as const, method: "oral" as const };
  const given = { ...consentInput, representative: null, givenOn: "2026-04-01", documentId: null, note: "" };
  const person = invent();
  acts = [
    ["registerPerson", "person.register", (u) => registerPerson(u, { person, registerAnyway: true })],
    ["searchPeople", "person.search", (u) => searchPeople(u, { kana: "かくう" })],
    ["readPerson", "person.read", (u) => readPerson(u, { personId })],
    ["listConsents", "person.read", (u) => listConsents(u, { personId })],
    ["updatePerson", "person.update", (u) => updatePerson(u, { personId, person })],
    ["recordConsent", "consent.manage", (u) => recordConsent(u, { personId, consent: given })],
    ["withdrawConsent", "consent.manage", (u) => withdrawConsent(u, { consentId, givenBy: "person", reason: "" })],
    ["attachDocument", "consent.manage", (u) => attachDocument(u, { personId, bytes })],
    ["readDocument", "document.read", (u) => readDocument(u, { documentId })],
    ["openTeam", "team.open", (u) => openTeam(u, { personId, kind: "care", members: [] })],
    ["readTeam", "team.read", (u) => readTeam(u, { teamId })],
    ["leaveTeam", "team.read", (u) => leaveTeam(u, { teamId })],
    ["convertTeam", "team.convert", (u) => convertTeam(u, { teamId, add: [], remove: [] })],
    ["addTeamMember", "team.manageMembers", (u) => addTeamMember(u, { teamId, ...region.nurse })],
    ["removeTeamMember", "team.manageMembers", (u) => removeTeamMember(u, { teamId, staffId, reason: "" })],
    ["closeTeam", "team.close", (u) => closeTeam(u, { teamId, reason: "見本" })],
    ["writeRecord", "record.write", (u) => writeRecord(u, { personId, ...words })],
    ["listRecords", "record.read", (u) => listRecords(u, { personId, history: "all", limit: 9 })],
    ["readRecordHistory", "record.read", (u) => readRecordHistory(u, { recordId })],
    ["correctRecord", "record.amend", (u) => correctRecord(u, { recordId, ...words })],
    ["cancelRecord", "record.amend", (u) => cancelRecord(u, { recordId, ...words })],
    ["listAccess", "access.read", (u) => listAccess(u, { personId, limit: 9 })],
    ["createOrganisation", "organisation.manage", (u) => createOrganisation(u, place)],
    ["startImport", "organisation.manage", (u) => startImport(u, { fileName: "a.csv", bytes: 1 })],
    ["readImport", "organisation.manage", (u) => readImport(u, { importId: newId("imp") })],
    ["listRejections", "organisation.manage", (u) => listRejections(u, { importId: newId("imp"), after: 0, limit: 1 })],
    ["listStaff", "staff.manage", (u) => listStaff(u, { organisationId })],
    ["createStaff", "staff.manage", (u) => createStaff(u, account)],
    ["addMembership", "staff.manage", (u) => addMembership(u, { organisationId, staffId, role: "nurse" })],
    ["endMembership", "staff.manage", (u) => endMembership(u, { membershipId })],
    ["resetPassword", "staff.manage", (u) => resetPassword(u, { staffId })],
    ["suspendStaff", "staff.manage", (u) => suspendStaff(u, { staffId, reason: "見本" })],
    ["resumeStaff", "staff.manage", (u) => resumeStaff(u, { staffId })],
    ["leaveNetwork", "staff.manage", (u) => leaveNetwork(u, { staffId })],
    ["listDeviceRequests", "device.approve", (u) => listDeviceRequests(u)],
    ["approveDevice", "device.approve", (u) => approveDevice(u, { approvalId, code: "F1" })],
    ["rejectDevice", "device.approve", (u) => rejectDevice(u, { approvalId })],
    ["reviewAudit", "audit.review", (u) => reviewAudit(u, { organisationId, limit: 9 })],
  ];
});
afterAll(() => hub.close());

/** Everything in the database but the access log and what locking it leaves behind. */
async function everything(): Promise<string> {
  const tables = await hub.db.sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not in ('audit_entry', 'audit_chain') order by 1`,
  );
  const contents = tables.map(async ({ name }) => [name, await hub.db.sql(`select * from "${name}" order by 1, 2`)]);
  return JSON.stringify(await Promise.all(contents), (_, value) => (typeof value === "bigint" ? String(value) : value));
}

describe("every act asks for its permission:", () => {
  it("an outsider is refused each of them, nothing is changed, and each try stands in the log", async () => {
    const before = await everything();
    for (const [name, permission, act] of acts) {
      const outsider =
        permission === "person.register" || permission === "person.search" ? region.operator : region.nurse;
      expect(await refusal(hub.as(outsider, act)), name).toBe("forbidden");
      expect((await hub.auditRows()).at(-1), name).toMatchObject({
        action: permission,
        outcome: "denied",
        actor_staff_id: outsider.staffId,
      });
    }
    expect(await everything()).toBe(before);
  });

  it("an act that concerns a person names the person in the denied row", async () => {
    const rows = (await hub.auditRows()).filter((row) => row.outcome === "denied");
    const about = new Set(rows.filter((row) => row.person_id !== null).map((row) => row.action));
    expect([...about].sort()).toEqual([
      "access.read",
      "consent.manage",
      "document.read",
      "person.read",
      "person.update",
      "record.amend",
      "record.read",
      "record.write",
      "team.close",
      "team.convert",
      "team.manageMembers",
      "team.open",
      "team.read",
    ]);
  });
});

describe("an act that fails", () => {
  it("takes everything it did with it, its own audit rows and outbox messages too", async () => {
    const { careManager } = region;
    const before = await everything();
    const rows = (await hub.auditRows()).length;
    const broken = hub.as(careManager, async (unit) => {
      const { personId } = await teamOfNewPerson(unit);
      await openTeam(unit, { personId, kind: "care", members: [] });
      throw new Error("the power went");
    });
    await expect(broken).rejects.toThrow("the power went");
    expect(await everything()).toBe(before);
    expect(await hub.auditRows()).toHaveLength(rows);
  });

  async function teamOfNewPerson(unit: StaffUnit) {
    const registration = await registerPerson(unit, { person: invent(), registerAnyway: true });
    if (registration.outcome !== "registered") throw new Error("not registered");
    const personId = registration.person.id;
    const consent = {
      scopes: ["teamSharing" as const],
      givenBy: "person" as const,
      representative: null,
      method: "oral" as const,
      givenOn: "2026-04-01",
      documentId: null,
      note: "",
    };
    await recordConsent(unit, { personId, consent });
    return { personId };
  }

  it("leaves one denied row when it was refused in the middle", async () => {
    const { officeAdmin } = region;
    const before = await everything();
    const rows = (await hub.auditRows()).length;
    const { organisationId } = officeAdmin;
    const act = hub.as(officeAdmin, async (unit) => {
      const names = { familyName: "見本", givenName: "新", familyKana: "ミホン", givenKana: "シン" };
      await createStaff(unit, { organisationId, loginName: "first", role: "nurse", ...names });
      return createStaff(unit, { organisationId, loginName: "second", role: "networkAdmin", ...names });
    });
    expect(await refusal(act)).toBe("forbidden");
    expect(await everything()).toBe(before);
    expect((await hub.auditRows()).slice(rows).map((row) => [row.action, row.outcome])).toEqual([
      ["staff.manage", "denied"],
    ]);
  });

  it("is one that leaves no audit row: it is not carried out", async () => {
    const { careManager } = region;
    const before = await everything();
    const { personId } = await teamOf(hub, "care", careManager);
    const after = await everything();
    expect(after).not.toBe(before);
    const silent = hub.as(careManager, (unit) =>
      insertTeam(unit.tx, {
        id: newId("tem"),
        personId,
        kind: "care",
        openedById: careManager.staffId,
        openedAt: unit.now,
      }),
    );
    await expect(silent).rejects.toThrow();
    const quiet = hub.as(careManager, (unit) =>
      unit.send({ kind: "room.close", lane: "x", key: "x", payload: { room: newId("rom") } }),
    );
    await expect(quiet).rejects.toThrow("a use case left no audit row");
    expect(await everything()).toBe(after);
  });
});

describe("an act on one person", () => {
  it("never goes by the id of another: what belongs to B is B's matter, whatever is said about A", async () => {
    const { careManager, physician } = region;
    const mine = await teamOf(hub, "care", physician);
    const theirs = await teamOf(hub, "care", careManager);
    const { personId } = theirs;
    const record = await hub.as(careManager, (unit) =>
      writeRecord(unit, { personId, kind: "wishes", text: "見本", tellRoom: false }),
    );
    const consent = await consentTo(hub, careManager, personId, "emergency");
    const tries: ((unit: StaffUnit) => Promise<unknown>)[] = [
      (u: StaffUnit) => readRecordHistory(u, { recordId: record.id }),
      (u: StaffUnit) => withdrawConsent(u, { consentId: consent.id, givenBy: "person", reason: "" }),
      (u: StaffUnit) => removeTeamMember(u, { teamId: theirs.teamId, staffId: physician.staffId, reason: "" }),
      (u: StaffUnit) =>
        writeRecord(u, { personId, kind: "wishes", text: "見本", tellRoom: false, onBehalfOf: careManager.staffId }),
    ];
    for (const act of tries) expect(await refusal(hub.as(physician, act))).toBe("forbidden");
    const outsider = { personId: mine.personId, kind: "wishes" as const, text: "見本", tellRoom: false };
    const ghost = hub.as(physician, (u) => writeRecord(u, { ...outsider, onBehalfOf: careManager.staffId }));
    expect(await refusal(ghost)).toBe("notMember");
  });

  it("of nobody is not found, before any right is asked", async () => {
    const personId = newId("psn");
    expect(await refusal(hub.as(region.careManager, (unit) => readPerson(unit, { personId })))).toBe("notFound");
    const teamId = newId("tem");
    expect(await refusal(hub.as(region.careManager, (unit) => readTeam(unit, { teamId })))).toBe("notFound");
  });
});

describe("somebody who is nobody", () => {
  it("does nothing: an unknown account", async () => {
    const act = hub.as({ staffId: newId("stf") }, (unit) => searchPeople(unit, { kana: "かくう" }));
    expect(await refusal(act)).toBe("notSignedIn");
  });
});
