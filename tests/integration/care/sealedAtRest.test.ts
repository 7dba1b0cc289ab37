import { attachDocument, readDocument } from "@tsunagi/care/consent/documents";
import { recordConsent } from "@tsunagi/care/consent/recordConsent";
import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import { registerPerson } from "@tsunagi/care/people/registerPerson";
import { searchPeople } from "@tsunagi/care/people/searchPeople";
import { cancelRecord, correctRecord } from "@tsunagi/care/records/amendRecord";
import { writeRecord } from "@tsunagi/care/records/writeRecord";
import { closeTeam } from "@tsunagi/care/teams/closeTeam";
import { addTeamMember, removeTeamMember } from "@tsunagi/care/teams/membership";
import { openTeam } from "@tsunagi/care/teams/openTeam";
import { reasonPurpose } from "@tsunagi/care/teams/reasons";
import type { PersonId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRegion, invent, openTestHub, type Region, type TestHub } from "../../env/careFixture.ts";

/** Everything that identifies the person or was said about them, each unlike any word the software itself has. */
const SECRETS = {
  familyName: "秘野木",
  givenName: "蓬子",
  familyKana: "ヒノギ",
  givenKana: "ヨモギコ",
  birthDate: "1933-11-27",
  address: "架空町九番地秘邸",
  phone: "0000-98-7654",
  representative: "秘野木 藤吉",
  consentNote: "玄関先で伺った",
  withdrawalReason: "気が変わられた",
  document: "同意書の写し極秘",
  record: "昼食を三口召し上がった",
  corrected: "昼食を五口召し上がった",
  correctionReason: "数え違いのため",
  cancelReason: "別の方の記録だった",
  removeReason: "担当替えのご希望",
  closeReason: "県外へ転居された",
};

let hub: TestHub;
let region: Region;
let personId: PersonId;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  personId = await liveTheStory();
});
afterAll(() => hub.close());

async function liveTheStory(): Promise<PersonId> {
  const { careManager, visitingNurse } = region;
  const { familyName, givenName, familyKana, givenKana, birthDate, address, phone } = SECRETS;
  const person = invent({ familyName, givenName, familyKana, givenKana, birthDate, address, phone });
  const registration = await hub.as(careManager, (unit) => registerPerson(unit, { person, registerAnyway: false }));
  if (registration.outcome !== "registered") throw new Error("not registered");
  const { id } = registration.person;
  const bytes = Buffer.from(`%PDF-1.7\n${SECRETS.document}`, "utf8");
  const document = await hub.as(careManager, (unit) => attachDocument(unit, { personId: id, bytes }));
  const consent = {
    scopes: ["teamSharing" as const],
    givenBy: "representative" as const,
    representative: { name: SECRETS.representative, relation: "spouse" as const },
    method: "paper" as const,
    givenOn: "2026-04-01",
    documentId: document.id,
    note: SECRETS.consentNote,
  };
  const given = await hub.as(careManager, (unit) => recordConsent(unit, { personId: id, consent }));
  const team = await hub.as(careManager, (unit) => openTeam(unit, { personId: id, kind: "care", members: [] }));
  await hub.as(careManager, (unit) => addTeamMember(unit, { teamId: team.id, ...visitingNurse }));
  const input = { personId: id, kind: "dailyLife" as const, text: SECRETS.record, tellRoom: true };
  const record = await hub.as(visitingNurse, (unit) => writeRecord(unit, input));
  const { corrected: text, correctionReason: reason } = SECRETS;
  const next = await hub.as(visitingNurse, (unit) =>
    correctRecord(unit, { recordId: record.id, text, reason, tellRoom: true }),
  );
  await hub.as(visitingNurse, (unit) =>
    cancelRecord(unit, { recordId: next.id, reason: SECRETS.cancelReason, tellRoom: true }),
  );
  await hub.as(careManager, (unit) => searchPeople(unit, { kana: SECRETS.familyKana, birthDate }));
  await hub.as(careManager, (unit) =>
    removeTeamMember(unit, { teamId: team.id, staffId: visitingNurse.staffId, reason: SECRETS.removeReason }),
  );
  await hub.as(careManager, (unit) => closeTeam(unit, { teamId: team.id, reason: SECRETS.closeReason }));
  await hub.as(careManager, (unit) =>
    withdrawConsent(unit, { consentId: given.id, givenBy: "person", reason: SECRETS.withdrawalReason }),
  );
  return id;
}

/** Every text, json, array and bytea value of every table, as one buffer a column. */
async function columns(): Promise<{ name: string; bytes: Buffer }[]> {
  const found = await hub.db.sql<{ table_name: string; column_name: string; data_type: string }>(
    `select table_name, column_name, data_type from information_schema.columns
     where table_schema = 'public' order by table_name, column_name`,
  );
  return Promise.all(
    found.map(async ({ table_name, column_name, data_type }) => {
      const value = data_type === "bytea" ? `"${column_name}"` : `convert_to("${column_name}"::text, 'UTF8')`;
      const rows = await hub.db.sql<{ value: Buffer | null }>(`select ${value} as value from "${table_name}"`);
      return {
        name: `${table_name}.${column_name}`,
        bytes: Buffer.concat(rows.map((row) => row.value ?? Buffer.of())),
      };
    }),
  );
}

describe("the database", () => {
  it("holds nothing a person is known by and nothing that was said about them in plain text", async () => {
    const all = await columns();
    expect(all.length).toBeGreaterThan(100);
    const leaks = Object.entries(SECRETS).flatMap(([what, text]) =>
      all.filter(({ bytes }) => bytes.includes(Buffer.from(text, "utf8"))).map(({ name }) => `${what} in ${name}`),
    );
    expect(leaks).toEqual([]);
  });

  it("holds the staff's own names: the search above does find what is there", async () => {
    const name = Buffer.from("みほん訪問看護ステーション", "utf8");
    const holding = (await columns()).filter(({ bytes }) => bytes.includes(name)).map((column) => column.name);
    expect(holding).toEqual(["organisation.name"]);
  });

  it("gives a document back byte for byte to whom it may, and logs it", async () => {
    const [document] = await hub.db.sql<{ id: string }>("select id from document");
    const read = await hub.as(region.careManager, (unit) =>
      readDocument(unit, { documentId: document?.id as Parameters<typeof readDocument>[1]["documentId"] }),
    );
    expect(read.mediaType).toBe("application/pdf");
    expect(read.bytes.toString("utf8")).toContain(SECRETS.document);
    expect((await hub.auditRows()).at(-1)).toMatchObject({ action: "document.read", person_id: personId });
  });

  it("keeps the words a team was closed with, sealed with the person's key", async () => {
    const [team] = await hub.db.sql<{ id: string; close_reason: string }>("select id, close_reason from team");
    const id = team?.id as Parameters<typeof reasonPurpose>[0];
    const words = await hub.system((unit) =>
      unit.vault.openTextFor(unit.tx, personId, team?.close_reason ?? "", reasonPurpose(id)),
    );
    expect(words).toBe(SECRETS.closeReason);
  });
});
