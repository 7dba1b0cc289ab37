import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import { cancelRecord, correctRecord } from "@tsunagi/care/records/amendRecord";
import { listRecords, type RecordQuery, readRecordHistory } from "@tsunagi/care/records/listRecords";
import { writeRecord } from "@tsunagi/care/records/writeRecord";
import { addTeamMember } from "@tsunagi/care/teams/membership";
import { recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import { matrixEventId, matrixRoomId, type PersonId, type RecordId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  buildRegion,
  hire,
  type OpenedTeam,
  openTestHub,
  outboxOf,
  type Region,
  refusal,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let team: OpenedTeam;
let personId: PersonId;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
beforeEach(async () => {
  team = await teamOf(hub, "care", region.careManager, region.visitingNurse, region.helper);
  personId = team.personId;
});
afterAll(() => hub.close());

type Written = Partial<Parameters<typeof writeRecord>[1]>;
const write = (by: Worker, text: string, change: Written = {}) =>
  hub.as(by, (unit) => writeRecord(unit, { personId, kind: "dailyLife", text, tellRoom: false, ...change }));
const correct = (by: Worker, recordId: RecordId, text: string) =>
  hub.as(by, (unit) => correctRecord(unit, { recordId, text, reason: "数え違い", tellRoom: true }));
const cancel = (by: Worker, recordId: RecordId) =>
  hub.as(by, (unit) => cancelRecord(unit, { recordId, reason: "別の方の記録", tellRoom: true }));
const list = (by: Worker, change: Partial<RecordQuery> = {}) =>
  hub.as(by, (unit) => listRecords(unit, { personId, history: "current", limit: 50, ...change }));
const history = (by: Worker, recordId: RecordId) => hub.as(by, (unit) => readRecordHistory(unit, { recordId }));

describe("writing a record", () => {
  it("keeps author, role, organisation and times, and tells the room when asked to", async () => {
    const { visitingNurse } = region;
    const occurredAt = new Date("2026-03-31T05:00:00Z");
    const messages = await outboxOf(hub, () => write(visitingNurse, "体温36.8", { occurredAt, tellRoom: true }));
    const [record] = (await list(region.helper)).records;
    expect(record).toMatchObject({
      version: 1,
      status: "current",
      kind: "dailyLife",
      text: "体温36.8",
      author: {
        staffId: visitingNurse.staffId,
        name: visitingNurse.name,
        role: "visitingNurse",
        organisationName: "みほん訪問看護ステーション",
      },
      enteredBy: null,
      occurredAt: occurredAt.toISOString(),
      source: null,
      reason: "",
    });
    expect(record?.seriesId).toBe(record?.id);
    expect(messages).toEqual([
      expect.objectContaining({
        kind: "room.notice",
        payload: expect.objectContaining({ notice: { notice: "recordWritten", record } }),
      }),
    ]);
  });

  it("keeps the link to the message it was made from, through corrections", async () => {
    const source = { roomId: matrixRoomId.parse("!r:hub.example"), eventId: matrixEventId.parse("$e") };
    const record = await write(region.helper, "見本", { source });
    expect(record.source).toEqual(source);
    expect((await correct(region.helper, record.id, "見本2")).source).toEqual(source);
  });

  it("on behalf of a team member says whose words they are and who typed them", async () => {
    const record = await write(region.helper, "医師の指示", { onBehalfOf: region.visitingNurse.staffId });
    expect(record.author).toMatchObject({ staffId: region.visitingNurse.staffId, role: "visitingNurse" });
    expect(record.enteredBy).toEqual({ staffId: region.helper.staffId, name: region.helper.name });
    expect(await refusal(write(region.helper, "x", { onBehalfOf: region.nurse.staffId }))).toBe("notMember");
  });

  it("is for members only, and only while the team lasts", async () => {
    expect(await refusal(write(region.nurse, "x"))).toBe("forbidden");
    const withdrawal = { consentId: team.consent.id, givenBy: "person" as const, reason: "" };
    await hub.as(region.careManager, (unit) => withdrawConsent(unit, withdrawal));
    for (const by of [region.helper, region.careManager]) expect(await refusal(write(by, "x"))).toBe("forbidden");
  });

  it("never slips in after a withdrawal that came first", async () => {
    const withdrawal = { consentId: team.consent.id, givenBy: "person" as const, reason: "" };
    await Promise.all([
      hub.as(region.careManager, (unit) => withdrawConsent(unit, withdrawal)),
      ...[1, 2, 3].map((n) => refusal(write(region.helper, `x${n}`, { tellRoom: true }))),
    ]);
    const [room] = await hub.db.sql<{ id: string }>("select id from room where team_id = $1", [team.teamId]);
    const told = (await hub.outbox()).filter(({ lane }) => lane === `room:${room?.id}`);
    expect(told.at(-1)?.kind).toBe("room.close");
  });
});

describe("correcting a record", () => {
  it("makes a new version and keeps the old one, each with who entered it and why", async () => {
    const first = await write(region.helper, "三口");
    const colleague = await hire(hub, region.operator, region.helper.organisationId, "careWorker");
    const admission = { teamId: team.teamId, ...colleague };
    await hub.as(region.careManager, (unit) => addTeamMember(unit, admission));
    const messages = await outboxOf(hub, () => correct(colleague, first.id, "五口"));
    const versions = await history(region.visitingNurse, first.id);
    expect(versions.map((v) => [v.version, v.status, v.text, v.reason, v.enteredBy?.staffId ?? null])).toEqual([
      [2, "current", "五口", "数え違い", colleague.staffId],
      [1, "superseded", "三口", "", null],
    ]);
    expect(versions.every((v) => v.author.staffId === region.helper.staffId && v.seriesId === first.id)).toBe(true);
    expect(messages).toEqual([
      expect.objectContaining({
        payload: expect.objectContaining({ notice: expect.objectContaining({ notice: "recordCorrected" }) }),
      }),
    ]);
  });

  it("may change the kind", async () => {
    const { id: recordId } = await write(region.helper, "見本");
    const input = { recordId, text: "見本", kind: "wishes" as const, reason: "種類違い", tellRoom: false };
    expect(await hub.as(region.helper, (unit) => correctRecord(unit, input))).toMatchObject({ kind: "wishes" });
  });

  it("is for the author, who entered it, and colleagues; others are refused and the try is logged", async () => {
    const record = await write(region.helper, "x", { onBehalfOf: region.visitingNurse.staffId });
    expect(await refusal(correct(region.careManager, record.id, "y"))).toBe("forbidden");
    expect((await hub.auditRows()).at(-1)).toMatchObject({
      action: "record.amend",
      outcome: "denied",
      person_id: personId,
      subject_id: record.id,
    });
    const second = await correct(region.helper, record.id, "y");
    expect(await refusal(correct(region.visitingNurse, second.id, "z"))).toBe("none");
  });

  it("lets one of several who correct at once win; the others are told to open the latest version", async () => {
    const record = await write(region.helper, "x");
    const tries = [1, 2, 3].map((n) => refusal(correct(region.helper, record.id, `y${n}`)));
    expect((await Promise.all(tries)).sort()).toEqual(["none", "recordNotCurrent", "recordNotCurrent"]);
    expect((await history(region.helper, record.id)).map((v) => v.version)).toEqual([2, 1]);
    const both = [refusal(cancel(region.helper, record.id)), refusal(correct(region.helper, record.id, "z"))];
    expect(await Promise.all(both)).toEqual(["recordNotCurrent", "recordNotCurrent"]);
  });
});

describe("cancelling a record", () => {
  it("keeps it readable, struck out, with who cancelled it and why, for good", async () => {
    const record = await write(region.helper, "昼食");
    const cancelled = await cancel(region.helper, record.id);
    expect(cancelled).toMatchObject({ status: "cancelled", text: "昼食", reason: "別の方の記録", version: 2 });
    expect((await list(region.visitingNurse)).records).toEqual([cancelled]);
    expect(await refusal(correct(region.helper, cancelled.id, "y"))).toBe("recordNotCurrent");
  });
});

describe("listing records", () => {
  it("shows the newest first, corrected versions only when asked for", async () => {
    const first = await write(region.helper, "一", { occurredAt: new Date("2026-03-01T00:00:00Z") });
    await write(region.helper, "二", { occurredAt: new Date("2026-03-02T00:00:00Z") });
    await correct(region.helper, first.id, "一改");
    const texts = async (change: Partial<RecordQuery>) =>
      (await list(region.helper, change)).records.map((r) => r.text);
    expect(await texts({})).toEqual(["二", "一改"]);
    expect(await texts({ history: "all" })).toEqual(["二", "一改", "一"]);
  });

  it("filters by kind and by time", async () => {
    for (const [i, kind] of recordKinds.codes.entries()) {
      await write(region.helper, kind, { kind, occurredAt: new Date(Date.UTC(2026, 2, 10 + i)) });
    }
    const texts = async (change: Partial<RecordQuery>) =>
      (await list(region.helper, change)).records.map((r) => r.text);
    for (const kind of recordKinds.codes) expect(await texts({ kind })).toEqual([kind]);
    expect(await texts({ since: new Date(Date.UTC(2026, 2, 12)) })).toEqual(["wishes", "support"]);
    expect(await texts({ before: new Date(Date.UTC(2026, 2, 12)) })).toEqual(["visitResult", "dailyLife"]);
    const both = { since: new Date(Date.UTC(2026, 2, 11)), before: new Date(Date.UTC(2026, 2, 13)) };
    expect(await texts(both)).toEqual(["support", "visitResult"]);
  });

  it("pages through all of them, each once, also when many are of the same moment", async () => {
    const moment = (day: number) => new Date(Date.UTC(2026, 2, day));
    const days = [1, 2, 2, 2, 2, 3, 4];
    for (const [i, day] of days.entries()) await write(region.helper, `r${i}`, { occurredAt: moment(day) });
    const pages: string[][] = [];
    let page = await list(region.helper, { limit: 3 });
    pages.push(page.records.map((r) => r.text));
    while (page.more) {
      page = await list(region.helper, { limit: 3, before: new Date(page.records.at(-1)?.occurredAt ?? 0) });
      pages.push(page.records.map((r) => r.text));
    }
    expect(pages[0]?.slice(0, 2)).toEqual(["r6", "r5"]);
    expect(pages.map((texts) => texts.length)).toEqual([6, 1]);
    expect(pages.flat().sort()).toEqual(days.map((_, i) => `r${i}`));
  });

  it("says whether there is more", async () => {
    for (const n of [1, 2, 3]) await write(region.helper, `r${n}`);
    expect(await list(region.helper, { limit: 2 })).toMatchObject({ more: true, records: [{}, {}] });
    expect((await list(region.helper, { limit: 3 })).more).toBe(false);
  });

  it("writes down which records were shown", async () => {
    const record = await write(region.helper, "見本");
    await list(region.visitingNurse);
    const row = (await hub.auditRows()).at(-1);
    expect(row).toMatchObject({
      action: "record.read",
      actor_staff_id: region.visitingNurse.staffId,
      person_id: personId,
    });
    expect(JSON.parse(row?.detail ?? "")).toEqual({ records: [record.id] });
  });
});
