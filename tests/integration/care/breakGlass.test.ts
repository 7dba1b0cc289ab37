import { admitReader } from "@tsunagi/care/breakGlass/admitReader";
import { issueCardToken, renewCardToken, revokeCardTokens } from "@tsunagi/care/breakGlass/cardCodes";
import { findByAddress, findByCode, findByName } from "@tsunagi/care/breakGlass/find";
import { listOwnGrants, openGrant } from "@tsunagi/care/breakGlass/openGrant";
import { countReadings, listReadings, reviewReading } from "@tsunagi/care/breakGlass/review";
import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import { readCard } from "@tsunagi/care/emergency/readCard";
import { saveCard } from "@tsunagi/care/emergency/saveCard";
import { handOver } from "@tsunagi/care/handover/handOver";
import { CareError } from "@tsunagi/care/kernel/errors";
import { openRoom, roomOfTeam } from "@tsunagi/care/rooms/store";
import type { EmergencyReason } from "@tsunagi/contracts/codes/emergency";
import { matrixRoomId, type PersonId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  hire,
  hubOn,
  MISHIMA,
  openOrganisation,
  openTestHub,
  type Region,
  refusal,
  register,
  sent,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let crew: Worker;
let chief: Worker;
let rooms = 0;

beforeAll(async () => {
  hub = await openTestHub({ settings: { emergencyGrantsPerDay: 500, emergencySearchesPerHour: 500 } });
  region = await buildRegion(hub);
  const station = await openOrganisation(hub, region.operator, "みほん消防署", "fireDepartment");
  chief = await hire(hub, region.operator, station, "facilityAdmin");
  crew = await hire(hub, region.operator, station, "emt");
});
afterAll(() => hub.close());

/** Somebody with a team of a care manager and the given people, and a room that stands. */
async function somebody({ consented = true, members = [] as Worker[] } = {}): Promise<{
  personId: PersonId;
  consentId: string | null;
}> {
  const team = await teamOf(hub, "care", region.careManager, region.visitingNurse, ...members);
  const { personId } = team;
  rooms += 1;
  const { id } = await hub.system((unit) => roomOfTeam(unit.tx, team.teamId));
  await hub.system((unit) => openRoom(unit.tx, id, matrixRoomId.parse(`!glass${rooms}:hub.example`)));
  const consent = consented ? await consentTo(hub, region.careManager, personId, "emergency") : null;
  return { personId, consentId: consent?.id ?? null };
}
const open = (by: Worker, personId: PersonId, reason: EmergencyReason = "transport", acknowledged = false) =>
  hub.as(by, (unit) => openGrant(unit, { personId, reason, note: "玄関で倒れている", acknowledged }));
const read = (by: Worker, personId: PersonId) => hub.as(by, (unit) => readCard(unit, { personId }));
const may = (by: Worker, personId: PersonId) =>
  hub
    .as(by, async (unit) => {
      unit.audit({ action: "test.ask" });
      return (await admitReader(unit, personId)).by;
    })
    .catch((error: unknown) => {
      if (error instanceof CareError) return null;
      throw error;
    });

describe("who may read a card: role × consent × member or not × grant", () => {
  type Row = [role: keyof Region | "crew", member: boolean, consent: boolean, grant: string, EmergencyReason, string];
  const rows: Row[] = [
    ["crew", false, true, "none", "transport", "forbidden"],
    ["crew", false, true, "open", "transport", "read"],
    ["crew", false, true, "expired", "transport", "forbidden"],
    ["crew", false, false, "none", "transport", "forbidden"],
    ["crew", false, false, "open", "transport", "refused lifeAtStakeOnly"],
    ["crew", false, false, "open", "lifeAtStake", "read"],
    ["crew", false, false, "unacknowledged", "lifeAtStake", "refused lifeAtStakeOnly"],
    ["crew", false, false, "expired", "lifeAtStake", "forbidden"],
    ["crew", false, true, "withdrawn", "transport", "forbidden"],
    ["crew", false, true, "withdrawn", "lifeAtStake", "read"],
    ["crew", true, true, "none", "transport", "read"],
    ["physician", false, true, "none", "receiving", "forbidden"],
    ["physician", false, true, "open", "receiving", "read"],
    ["physician", false, true, "expired", "receiving", "forbidden"],
    ["physician", false, false, "open", "lifeAtStake", "read"],
    ["physician", true, true, "none", "receiving", "read"],
    ["physician", true, false, "none", "receiving", "consentMissing"],
    ["physician", true, false, "open", "receiving", "refused lifeAtStakeOnly"],
    ["physician", true, false, "open", "lifeAtStake", "read"],
    ["nurse", false, true, "open", "receiving", "read"],
    ["helper", false, true, "open", "transport", "refused forbidden"],
    ["commissioner", false, true, "open", "transport", "refused forbidden"],
    ["cityStaff", false, true, "none", "transport", "read"],
    ["operator", false, true, "open", "lifeAtStake", "refused forbidden"],
    ["helper", true, true, "none", "transport", "read"],
    ["helper", true, false, "none", "transport", "consentMissing"],
  ];
  it.each(rows)(
    "%s, member %s, consent %s, grant %s for %s: %s",
    async (role, member, consented, grant, reason, ends) => {
      const who = role === "crew" ? crew : region[role];
      const { personId, consentId } = await somebody({ consented, members: member ? [who] : [] });
      const refused =
        grant === "none" ? "none" : await refusal(open(who, personId, reason, grant !== "unacknowledged"));
      if (grant === "expired") hub.clock.advance(6 * 60 + 1);
      if (grant === "withdrawn") {
        const withdrawal = { consentId, givenBy: "person", reason: "考え直した" };
        await hub.as(region.careManager, (unit) => withdrawConsent(unit, withdrawal as never));
      }
      const outcome = await refusal(read(who, personId));
      if (refused === "none") expect(outcome).toBe(ends === "read" ? "none" : ends);
      else {
        expect(`refused ${refused}`).toBe(ends);
        expect(outcome).not.toBe("none");
      }
      expect((await may(who, personId)) !== null).toBe(ends === "read");
    },
  );
});

describe("a grant", () => {
  it("tells the team who, where, when and why, and nothing of the card; in the act that records it", async () => {
    const { personId } = await somebody();
    const before = (await sent(hub, "room.notice")).length;
    const grant = await open(crew, personId);
    const [told] = (await sent(hub, "room.notice")).slice(before);
    expect(told?.notice).toMatchObject({
      notice: "emergencyRead",
      by: { name: crew.name, role: "emt", organisationName: "みほん消防署" },
      reason: "transport",
      consented: true,
      until: grant.expiresAt,
    });
    expect(JSON.stringify(told)).not.toContain("玄関");
    const rows = (await hub.auditRows()).filter((row) => row.person_id === personId);
    expect(rows.at(-1)).toMatchObject({ action: "emergency.breakGlass", outcome: "allowed", subject_id: grant.id });
    expect(JSON.parse(rows.at(-1)?.detail ?? "{}")).toEqual({ reason: "transport", consented: true });
    const [stored] = await hub.db.sql<{ note: string }>(`select note from emergency_grant where id = '${grant.id}'`);
    expect(stored?.note).not.toContain("玄関");
    await expect(hub.db.sql("delete from emergency_grant")).rejects.toThrow("append-only");
  });

  it("neither lets the card be written nor carried out of the house", async () => {
    const { personId } = await somebody();
    await open(crew, personId);
    expect((await read(crew, personId)).may.edit).toBe(false);
    expect(await refusal(hub.as(crew, (unit) => handOver(unit, { personId, form: "html" })))).toBe("forbidden");
    const save = { personId, changes: {}, versions: {}, confirm: false };
    expect(await refusal(hub.as(crew, (unit) => saveCard(unit, save)))).toBe("forbidden");
  });

  it("stands in one's own list until it ends", async () => {
    const { personId } = await somebody();
    await open(crew, personId);
    const mine = async () =>
      (await hub.as(crew, (unit) => listOwnGrants(unit))).filter(({ person }) => person.personId === personId).length;
    expect(await mine()).toBe(1);
    hub.clock.advance(6 * 60 + 1);
    expect(await mine()).toBe(0);
  });

  it("is limited per account and day", async () => {
    const strict = hubOn(hub.db, hub.database, { settings: { emergencyGrantsPerDay: 1 } });
    const { personId } = await somebody();
    const busy = await hire(hub, region.operator, crew.organisationId, "emt");
    const input = { personId, reason: "transport" as const, note: "", acknowledged: false };
    const both = await Promise.all([1, 2].map(() => refusal(strict.as(busy, (unit) => openGrant(unit, input)))));
    expect(both.toSorted()).toEqual(["emergencyLimit", "none"]);
    strict.clock.advance(24 * 60 + 1);
    expect(await refusal(strict.as(busy, (unit) => openGrant(unit, input)))).toBe("none");
  });
});

describe("the code of a printed card", () => {
  const find = async (by: Worker, code: string) =>
    (await hub.as(by, (unit) => findByCode(unit, { code }))).hits.map((hit) => hit.personId);

  it("finds its person for a crew, for nobody else, and stands nowhere in the database", async () => {
    const { personId } = await somebody();
    const { url } = await hub.as(region.careManager, (unit) => issueCardToken(unit, { personId }));
    const code = url.split("#")[1] ?? "";
    expect(url.startsWith("https://hub.example/emergency#")).toBe(true);
    expect(await find(crew, url)).toEqual([personId]);
    expect(await find(crew, code.toLowerCase())).toEqual([personId]);
    expect(await refusal(find(region.helper, url))).toBe("forbidden");
    const stored = await hub.db.sql("select encode(hash, 'escape') as hash from emergency_token");
    expect(JSON.stringify(stored)).not.toContain(code);
  });

  it("ends with a renewal and with revoking; only whoever may edit the card can do either", async () => {
    const { personId } = await somebody();
    const first = await hub.as(region.careManager, (unit) => issueCardToken(unit, { personId }));
    const second = await hub.as(region.careManager, (unit) => renewCardToken(unit, { personId }));
    expect(await find(crew, first.url)).toEqual([]);
    expect(await find(crew, second.url)).toEqual([personId]);
    expect(await refusal(hub.as(crew, (unit) => renewCardToken(unit, { personId })))).toBe("forbidden");
    await hub.as(region.careManager, (unit) => revokeCardTokens(unit, { personId }));
    expect(await find(crew, second.url)).toEqual([]);
  });
});

describe("finding somebody", () => {
  it("by kana and birth date in the whole network, give or take a letter, showing little", async () => {
    const data = { familyKana: "ミホンダ", givenKana: "キヨコ", birthDate: "1941-02-03", address: "架空町10番地" };
    const { id } = await register(hub, region.careManager, data);
    const find = (kana: string, birthDate = "1941-02-03") =>
      hub.as(crew, (unit) => findByName(unit, { kana, birthDate }));
    const { hits } = await find("みほんたきよこ");
    expect(hits).toEqual([
      expect.objectContaining({ personId: id, age: 85, municipality: MISHIMA, town: "架空町", consented: false }),
    ]);
    expect(JSON.stringify(hits)).not.toMatch(/1941|番地/);
    expect((await find("ミホンダキヨコ", "1941-02-04")).hits).toEqual([]);
    expect((await find("スズキハナ")).hits).toEqual([]);
    const rows = (await hub.auditRows()).filter((row) => row.person_id === id);
    expect(rows.at(-1)).toMatchObject({ action: "emergency.found", actor_staff_id: crew.staffId });
  });

  it("by a part of the address, narrowed by sex and about how old", async () => {
    const data = { address: "さくら台２丁目４番５号", birthDate: "1940-01-01", sex: "female" as const };
    const { id } = await register(hub, region.careManager, data);
    const find = async (change: object) => {
      const input = { municipality: MISHIMA, address: "さくら台2-4", sex: null, age: null, ...change };
      return (await hub.as(crew, (unit) => findByAddress(unit, input))).hits.map((hit) => hit.personId);
    };
    expect(await find({})).toEqual([id]);
    expect(await find({ sex: "female", age: 80 })).toEqual([id]);
    expect(await find({ sex: "male" })).toEqual([]);
    expect(await find({ age: 60 })).toEqual([]);
    expect(await find({ municipality: "222259" })).toEqual([]);
  });

  it("is for crews and hospitals only, and limited per account and hour", async () => {
    const asked = { kana: "ミホンダキヨコ", birthDate: "1941-02-03" };
    expect(await refusal(hub.as(region.careManager, (unit) => findByName(unit, asked)))).toBe("forbidden");
    const strict = hubOn(hub.db, hub.database, { settings: { emergencySearchesPerHour: 2 } });
    const busy = await hire(hub, region.operator, crew.organisationId, "emt");
    const find = () => refusal(strict.as(busy, (unit) => findByName(unit, asked)));
    expect([await find(), await find(), await find()]).toEqual(["none", "none", "emergencyLimit"]);
    strict.clock.advance(61);
    expect(await find()).toBe("none");
  });
});

describe("the review", () => {
  it("is the administrator's of the reader's organisation; a verdict can be revised and none is lost", async () => {
    const { personId } = await somebody();
    const { id: grantId } = await open(crew, personId);
    const list = async (by: Worker) =>
      (await hub.as(by, (unit) => listReadings(unit))).readings.find(({ id }) => id === grantId);
    const review = (by: Worker, verdict: "justified" | "notJustified", note: string) =>
      hub.as(by, (unit) => reviewReading(unit, { grantId, verdict, note }));
    expect(await list(chief)).toMatchObject({ reader: crew.name, note: "玄関で倒れている", reviews: [] });
    expect(await list(region.officeAdmin)).toBeUndefined();
    const waiting = async () => (await hub.as(chief, countReadings)).open;
    const before = await waiting();
    expect(await refusal(hub.as(crew, countReadings))).toBe("forbidden");
    expect(await refusal(review(region.officeAdmin, "justified", "確認"))).toBe("forbidden");
    expect(await refusal(review(crew, "justified", "確認"))).toBe("forbidden");
    await review(chief, "notJustified", "出場記録がない");
    await review(chief, "justified", "出場記録を確認した");
    expect(await waiting()).toBe(before - 1);
    expect((await list(chief))?.reviews.map(({ verdict, note }) => [verdict, note])).toEqual([
      ["justified", "出場記録を確認した"],
      ["notJustified", "出場記録がない"],
    ]);
    await expect(hub.db.sql("update emergency_review set verdict = 'x'")).rejects.toThrow("append-only");
    const rows = (await hub.auditRows()).filter(
      (row) => row.person_id === personId && row.action === "emergency.review",
    );
    expect(rows.map((row) => JSON.parse(row.detail))).toEqual([{ verdict: "notJustified" }, { verdict: "justified" }]);
  });
});
