import { attachDocument, readDocument } from "@tsunagi/care/consent/documents";
import { listConsents } from "@tsunagi/care/consent/listConsents";
import { recordConsent } from "@tsunagi/care/consent/recordConsent";
import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import { openTeam } from "@tsunagi/care/teams/openTeam";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import type { ConsentId, DocumentId, PersonId } from "@tsunagi/contracts/ids";
import { type ConsentInput, consentInput } from "@tsunagi/contracts/rest/consent";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  openTestHub,
  outboxOf,
  type Region,
  refusal,
  register,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
afterAll(() => hub.close());

const PDF = Buffer.from("%PDF-1.7\n見本の同意書", "utf8");
const attach = (by: Worker, personId: PersonId, bytes: Uint8Array = PDF) =>
  hub.as(by, (unit) => attachDocument(unit, { personId, bytes }));
const record = (by: Worker, personId: PersonId, change: Partial<ConsentInput> = {}) => {
  const consent = consentInput.parse({
    scopes: ["teamSharing"],
    givenBy: "person",
    method: "oral",
    givenOn: "2026-04-01",
    ...change,
  });
  return hub.as(by, (unit) => recordConsent(unit, { personId, consent }));
};
const withdraw = (by: Worker, consentId: ConsentId) =>
  hub.as(by, (unit) => withdrawConsent(unit, { consentId, givenBy: "person", reason: "もうよい" }));
const list = (by: Worker, personId: PersonId) => hub.as(by, (unit) => listConsents(unit, { personId }));

describe("recording a consent", () => {
  it("keeps who gave it, how, when, for what, the document, and who recorded it", async () => {
    const { careManager } = region;
    const { id } = await register(hub, careManager);
    const document = await attach(careManager, id);
    const given = await record(careManager, id, {
      scopes: ["teamSharing", "emergency"],
      givenBy: "representative",
      representative: { name: "架空 次郎", relation: "child" },
      method: "paper",
      givenOn: "2026-03-30",
      documentId: document.id,
      note: "施設で説明",
    });
    expect(given).toMatchObject({
      scopes: ["teamSharing", "emergency"],
      representative: { name: "架空 次郎", relation: "child" },
      givenOn: "2026-03-30",
      documentId: document.id,
      note: "施設で説明",
      recordedBy: careManager.name,
      withdrawal: null,
    });
    expect(await list(careManager, id)).toEqual({ consents: [given], active: ["teamSharing", "emergency"] });
  });

  it("refuses a date that is still to come in Japan, and takes today's", async () => {
    const { careManager } = region;
    const { id } = await register(hub, careManager);
    expect(await refusal(record(careManager, id, { givenOn: "2026-04-02" }))).toBe("invalidInput");
    expect(await refusal(record(careManager, id, { givenOn: "2026-04-01" }))).toBe("none");
  });

  it("refuses a document of another person, as if it were not there", async () => {
    const { careManager } = region;
    const one = await register(hub, careManager);
    const other = await register(hub, careManager);
    const document = await attach(careManager, other.id);
    expect(await refusal(record(careManager, one.id, { documentId: document.id }))).toBe("notFound");
    const nowhere = `doc_${"0".repeat(26)}` as unknown as DocumentId;
    expect(await refusal(record(careManager, one.id, { documentId: nowhere }))).toBe("notFound");
  });

  it("is not for those who only take part in a team", async () => {
    const { personId } = await teamOf(hub, "care", region.careManager, region.nurse, region.helper);
    for (const worker of [region.nurse, region.helper, region.operator]) {
      expect(await refusal(record(worker, personId))).toBe("forbidden");
    }
  });
});

describe("a document", () => {
  it("is kept when its bytes are a PDF, JPEG or PNG, up to the limit", async () => {
    const { careManager } = region;
    const { id } = await register(hub, careManager);
    const largest = Buffer.concat([PDF, Buffer.alloc(hub.settings.documentBytes - PDF.length)]);
    expect(await attach(careManager, id, largest)).toMatchObject({ size: hub.settings.documentBytes });
    expect(await refusal(attach(careManager, id, Buffer.concat([largest, Buffer.of(0)])))).toBe("tooLarge");
    expect(await refusal(attach(careManager, id, Buffer.from("<html>")))).toBe("unreadableFile");
  });

  it("is read by team members whose work needs it, and by nobody outside", async () => {
    const { careManager, nurse, helper, physician } = region;
    const { personId } = await teamOf(hub, "care", careManager, nurse, helper);
    const document = await attach(careManager, personId);
    const read = (by: Worker) => hub.as(by, (unit) => readDocument(unit, { documentId: document.id }));
    expect((await read(nurse)).bytes.equals(PDF)).toBe(true);
    expect(await refusal(read(helper))).toBe("forbidden");
    expect(await refusal(read(physician))).toBe("forbidden");
    const denied = (await hub.auditRows()).at(-1);
    expect(denied).toMatchObject({ action: "document.read", outcome: "denied", person_id: personId });
  });
});

describe("nothing is shared before consent:", () => {
  it("a care team needs one that covers a care team", async () => {
    const { careManager } = region;
    const { id } = await register(hub, careManager);
    const open = () => hub.as(careManager, (unit) => openTeam(unit, { personId: id, kind: "care", members: [] }));
    expect(await refusal(open())).toBe("consentMissing");
    await consentTo(hub, careManager, id, "emergency", "negotiation", "watchSharing");
    expect(await refusal(open())).toBe("consentMissing");
    await consentTo(hub, careManager, id, "teamSharing");
    expect(await refusal(open())).toBe("none");
  });

  it("a watch-over team needs one too, and a care team's is enough", async () => {
    const { socialWorker } = region;
    const { id } = await register(hub, socialWorker);
    const open = () => hub.as(socialWorker, (unit) => openTeam(unit, { personId: id, kind: "watch", members: [] }));
    expect(await refusal(open())).toBe("consentMissing");
    await consentTo(hub, socialWorker, id, "teamSharing");
    expect(await refusal(open())).toBe("none");
  });
});

describe("withdrawing a consent", () => {
  it("closes the team it covered, puts everybody out, and says what happened", async () => {
    const { personId, teamId, consent } = await teamOf(hub, "care", region.careManager, region.nurse, region.helper);
    let result: Awaited<ReturnType<typeof withdraw>> | undefined;
    const messages = await outboxOf(hub, async () => {
      result = await withdraw(region.careManager, consent.id);
    });
    expect(result).toMatchObject({
      consent: { id: consent.id, withdrawal: { by: region.careManager.name, givenBy: "person", reason: "もうよい" } },
      endedScopes: ["teamSharing"],
      closedTeams: 1,
      removedMembers: 3,
    });
    expect(messages.map(({ kind }) => kind)).toEqual(["room.notice", "room.close"]);
    expect(messages[0]?.payload).toMatchObject({ notice: { notice: "closed", withdrawn: true, reason: "" } });
    expect(await refusal(hub.as(region.nurse, (unit) => readTeam(unit, { teamId })))).toBe("forbidden");
    const team = await hub.as(region.careManager, (unit) => readTeam(unit, { teamId }));
    expect(team.state).toBe("closed");
    expect(team.members.every((member) => member.leftAt !== null)).toBe(true);
    expect(team.consentedScopes).toEqual([]);
    expect((await list(region.careManager, personId)).active).toEqual([]);
  });

  it("changes nothing else while another consent covers the same", async () => {
    const { personId, teamId, consent } = await teamOf(hub, "care", region.careManager);
    const second = await consentTo(hub, region.careManager, personId, "teamSharing", "emergency");
    expect(await withdraw(region.careManager, consent.id)).toMatchObject({
      endedScopes: [],
      closedTeams: 0,
      removedMembers: 0,
    });
    expect((await hub.as(region.careManager, (unit) => readTeam(unit, { teamId }))).state).toBe("active");
    expect(await withdraw(region.careManager, second.id)).toMatchObject({
      endedScopes: ["teamSharing", "emergency"],
      closedTeams: 1,
    });
  });

  it("leaves a watch-over team open while the narrower consent stands", async () => {
    const { personId, teamId, consent } = await teamOf(hub, "watch", region.socialWorker);
    const wider = await consentTo(hub, region.socialWorker, personId, "teamSharing");
    expect(await withdraw(region.socialWorker, wider.id)).toMatchObject({ closedTeams: 0 });
    expect(await withdraw(region.socialWorker, consent.id)).toMatchObject({ closedTeams: 1 });
    const team = await hub.as(region.socialWorker, (unit) => readTeam(unit, { teamId }));
    expect(team.state).toBe("closed");
  });

  it("is possible once", async () => {
    const { consent } = await teamOf(hub, "care", region.careManager);
    const both = await Promise.all([1, 2].map(() => refusal(withdraw(region.careManager, consent.id))));
    expect(both.sort()).toEqual(["consentWithdrawn", "none"]);
  });

  it("is possible to others than who recorded it, not to those without any tie to the person", async () => {
    const { consent } = await teamOf(hub, "care", region.careManager, region.visitingNurse);
    expect(await refusal(withdraw(region.physician, consent.id))).toBe("forbidden");
    expect(await refusal(withdraw(region.visitingNurse, consent.id))).toBe("none");
  });

  it("ends sharing even when somebody is adding to it at the same moment", async () => {
    const { personId, consent } = await teamOf(hub, "care", region.careManager);
    await Promise.all([
      withdraw(region.careManager, consent.id),
      refusal(consentTo(hub, region.careManager, personId, "emergency")),
      refusal(hub.as(region.careManager, (unit) => openTeam(unit, { personId, kind: "care", members: [] }))),
    ]);
    const open = await hub.db.sql("select 1 from team where person_id = $1 and state = 'active'", [personId]);
    expect(open).toEqual([]);
  });
});
