import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import { cancelRecord, correctRecord } from "@tsunagi/care/records/amendRecord";
import { listRecords, readRecordHistory } from "@tsunagi/care/records/listRecords";
import { writeRecord } from "@tsunagi/care/records/writeRecord";
import { convertTeam } from "@tsunagi/care/teams/convertTeam";
import { addTeamMember } from "@tsunagi/care/teams/membership";
import { openTeam } from "@tsunagi/care/teams/openTeam";
import { readTeam } from "@tsunagi/care/teams/readTeam";
import type { PersonId, StaffId, TeamId } from "@tsunagi/contracts/ids";
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

const write = (by: Worker, personId: PersonId, text: string) =>
  hub.as(by, (unit) => writeRecord(unit, { personId, kind: "dailyLife", text, tellRoom: false }));
const texts = async (by: Worker, personId: PersonId): Promise<string[]> =>
  (await hub.as(by, (unit) => listRecords(unit, { personId, history: "current", limit: 50 }))).records.map(
    (r) => r.text,
  );
const convert = (by: Worker, teamId: TeamId, add: readonly Worker[] = [], remove: readonly StaffId[] = []) =>
  hub.as(by, (unit) => convertTeam(unit, { teamId, add, remove }));

describe("a watch-over team (R11)", () => {
  it("takes those who watch over people, nobody who gives a service", async () => {
    const { socialWorker, commissioner, cityStaff, careManager } = region;
    const { teamId } = await teamOf(hub, "watch", socialWorker, commissioner, cityStaff, careManager);
    for (const worker of [region.physician, region.nurse, region.visitingNurse, region.helper]) {
      const added = hub.as(socialWorker, (unit) => addTeamMember(unit, { teamId, ...worker }));
      expect(await refusal(added)).toBe("roleNotAllowed");
    }
  });

  it("is not opened by somebody who could not be in it", async () => {
    const { id: personId } = await register(hub, region.physician);
    await consentTo(hub, region.physician, personId, "watchSharing");
    const opened = hub.as(region.physician, (unit) => openTeam(unit, { personId, kind: "watch", members: [] }));
    expect(await refusal(opened)).toBe("roleNotAllowed");
  });

  it("shares the same four kinds of record", async () => {
    const { personId } = await teamOf(hub, "watch", region.socialWorker, region.commissioner);
    await write(region.commissioner, personId, "新聞がたまっていた");
    expect(await texts(region.socialWorker, personId)).toEqual(["新聞がたまっていた"]);
  });
});

describe("when services start (R12)", () => {
  it("the wider consent is asked for first", async () => {
    const { teamId, personId } = await teamOf(hub, "watch", region.socialWorker);
    expect(await refusal(convert(region.socialWorker, teamId))).toBe("consentMissing");
    await consentTo(hub, region.socialWorker, personId, "teamSharing");
    expect(await refusal(convert(region.socialWorker, teamId))).toBe("none");
    expect(await refusal(convert(region.socialWorker, teamId))).toBe("notWatchTeam");
  });

  it("the team becomes a care team in the same room; professionals join, read the past, and others leave", async () => {
    const { socialWorker, commissioner, careManager, visitingNurse, physician } = region;
    const { teamId, personId, team } = await teamOf(hub, "watch", socialWorker, commissioner);
    await write(commissioner, personId, "以前の様子");
    await consentTo(hub, socialWorker, personId, "teamSharing");
    const add = [careManager, visitingNurse, physician];
    const messages = await outboxOf(hub, () => convert(socialWorker, teamId, add, [commissioner.staffId]));
    const after = await hub.as(careManager, (unit) => readTeam(unit, { teamId }));
    expect(after).toMatchObject({
      id: teamId,
      kind: "care",
      code: team.code,
      consentedScopes: expect.arrayContaining(["teamSharing"]),
    });
    expect(after.convertedAt).not.toBeNull();
    expect(messages.map(({ kind }) => kind)).not.toContain("room.create");
    expect(messages.map(({ kind }) => kind)).not.toContain("room.close");
    expect(messages[0]).toMatchObject({ kind: "room.describe", payload: { kind: "team", code: team.code } });
    const invited = messages.flatMap((m) => (m.kind === "room.invite" ? [m.payload.userId] : []));
    expect(invited).toEqual(add.map(({ userId }) => userId));
    expect(messages.flatMap((m) => (m.kind === "room.remove" ? [m.payload.userId] : []))).toEqual([
      commissioner.userId,
    ]);
    expect(await texts(physician, personId)).toEqual(["以前の様子"]);
    expect(await refusal(texts(commissioner, personId))).toBe("forbidden");
  });

  it("nothing is changed when one of the professionals cannot join", async () => {
    const { socialWorker, officeAdmin } = region;
    const { teamId, personId } = await teamOf(hub, "watch", socialWorker);
    await consentTo(hub, socialWorker, personId, "teamSharing");
    expect(await refusal(convert(socialWorker, teamId, [officeAdmin]))).toBe("noCareRole");
    expect(await hub.as(socialWorker, (unit) => readTeam(unit, { teamId }))).toMatchObject({ kind: "watch" });
  });

  it("it is the act of who runs the team", async () => {
    const { teamId, personId } = await teamOf(hub, "watch", region.socialWorker, region.commissioner);
    await consentTo(hub, region.socialWorker, personId, "teamSharing");
    for (const worker of [region.commissioner, region.careManager, region.centreAdmin]) {
      expect(await refusal(convert(worker, teamId))).toBe("forbidden");
    }
  });
});

describe("what was written for a care team", () => {
  it("is not read by those who only watch over, once the consent to a care team is withdrawn", async () => {
    const { socialWorker, commissioner, visitingNurse } = region;
    const { teamId, personId } = await teamOf(hub, "watch", socialWorker);
    const early = await write(socialWorker, personId, "見守りの記録");
    const wider = await consentTo(hub, socialWorker, personId, "teamSharing");
    await convert(socialWorker, teamId, [visitingNurse]);
    const medical = await write(visitingNurse, personId, "医療の記録");
    expect(await texts(socialWorker, personId)).toEqual(["医療の記録", "見守りの記録"]);

    const withdrawal = { consentId: wider.id, givenBy: "person" as const, reason: "" };
    expect(await hub.as(socialWorker, (unit) => withdrawConsent(unit, withdrawal))).toMatchObject({ closedTeams: 1 });
    await hub.as(socialWorker, (unit) => openTeam(unit, { personId, kind: "watch", members: [commissioner] }));
    await write(commissioner, personId, "その後の様子");

    for (const worker of [commissioner, socialWorker]) {
      expect(await texts(worker, personId)).toEqual(["その後の様子", "見守りの記録"]);
      const recordId = medical.id;
      expect(await refusal(hub.as(worker, (unit) => readRecordHistory(unit, { recordId })))).toBe("consentMissing");
    }
    const change = { recordId: medical.id, text: "書き換え", reason: "見本", tellRoom: false };
    expect(await refusal(hub.as(socialWorker, (unit) => correctRecord(unit, change)))).toBe("consentMissing");
    expect(await refusal(hub.as(socialWorker, (unit) => cancelRecord(unit, change)))).toBe("consentMissing");
    expect(await hub.as(socialWorker, (unit) => readRecordHistory(unit, { recordId: early.id }))).toHaveLength(1);

    await consentTo(hub, socialWorker, personId, "teamSharing");
    expect(await texts(commissioner, personId)).toEqual(["その後の様子", "医療の記録", "見守りの記録"]);
  });
});
