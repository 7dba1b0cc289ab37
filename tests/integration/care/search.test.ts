import { searchPeople } from "@tsunagi/care/people/searchPeople";
import { updatePerson } from "@tsunagi/care/people/updatePerson";
import { addMembership } from "@tsunagi/care/staff/memberships";
import type { PersonId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  invent,
  NUMAZU,
  openTestHub,
  type Region,
  refusal,
  register,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let shota: PersonId;
let yuko: PersonId;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  const by = region.careManager;
  const names = { familyKana: "ヤマナミ", givenKana: "ショウタ" };
  shota = (await register(hub, by, { ...names, birthDate: "1935-07-15" })).id;
  yuko = (await register(hub, by, { familyKana: "やまのべ", givenKana: "ユーコ", birthDate: "1935-07-15" })).id;
});
afterAll(() => hub.close());

const search = async (by: Worker, kana: string, birthDate?: string): Promise<PersonId[]> =>
  (await hub.as(by, (unit) => searchPeople(unit, { kana, birthDate }))).map(({ id }) => id);

describe("searching for people", () => {
  it.each(["ヤマナミ", "やまなみ", "ﾔﾏﾅﾐ", "やまなみ　しょうた", "ﾔﾏﾅﾐｼｮｳﾀ", "やまな", "ショウタ", "しようた", "ｼｮｳﾀ"])(
    "finds somebody by %s",
    async (kana) => {
      expect(await search(region.careManager, kana)).toEqual([shota]);
    },
  );

  it("finds everybody whose name begins so, in the order of kana", async () => {
    expect(await search(region.careManager, "やま")).toEqual([shota, yuko]);
  });

  it("finds everybody of a birth date, and with kana too only who matches both", async () => {
    expect(await search(region.careManager, "", "1935-07-15")).toEqual([shota, yuko]);
    expect(await search(region.careManager, "ゆうこ", "1935-07-15")).toEqual([]);
    expect(await search(region.careManager, "ゆこ", "1935-07-15")).toEqual([yuko]);
    expect(await search(region.careManager, "やまなみ", "1935-07-16")).toEqual([]);
  });

  it("finds nobody for text without kana, instead of everybody", async () => {
    for (const text of ["・", "ー", "山", "a", "%", "　"]) expect(await search(region.careManager, text)).toEqual([]);
  });

  it("compares letters beyond the indexed ones", async () => {
    const names = { familyKana: "ナガイナマエノミホンケ", givenKana: "サンタ" };
    const { id } = await register(hub, region.careManager, names);
    expect(await search(region.careManager, "ながいなまえのみほんけさん")).toEqual([id]);
    expect(await search(region.careManager, "ながいなまえのみほんけしん")).toEqual([]);
  });

  it("follows a change of name at once, under the new name only", async () => {
    const person = await register(hub, region.careManager, { familyKana: "キュウセイ", givenKana: "アキ" });
    const renamed = invent({ familyKana: "シンセイ", givenKana: "アキ", birthDate: "1936-01-02" });
    await hub.as(region.careManager, (unit) => updatePerson(unit, { personId: person.id, person: renamed }));
    expect(await search(region.careManager, "きゅうせい")).toEqual([]);
    expect(await search(region.careManager, "しんせい")).toEqual([person.id]);
    expect(await search(region.careManager, "", person.birthDate)).toEqual([]);
    expect(await search(region.careManager, "", "1936-01-02")).toEqual([person.id]);
  });
});

describe("whom one may look for", () => {
  it("is the people one's organisation registered", async () => {
    expect(await search(region.visitingNurse, "やまなみ")).toEqual([]);
    expect(await search(region.socialWorker, "やまなみ")).toEqual([]);
  });

  it("is the people in whose team one is, for as long as it lasts", async () => {
    const { personId, person } = await teamOf(hub, "care", region.careManager, region.nurse);
    const { birthDate } = person;
    expect(await search(region.nurse, "かくう", birthDate)).toEqual([personId]);
    expect(await search(region.physician, "かくう", birthDate)).toEqual([]);
    await hub.db.sql("update team_member set left_at = now() where staff_id = $1", [region.nurse.staffId]);
    expect(await search(region.nurse, "かくう", birthDate)).toEqual([]);
  });

  it("is the people of one's municipality for the city, of no other", async () => {
    const here = await register(hub, region.careManager, { familyKana: "シナイ" });
    const there = await register(hub, region.careManager, { familyKana: "シナイ", municipality: NUMAZU });
    expect(await search(region.cityStaff, "しない")).toEqual([here.id]);
    expect(await search(region.careManager, "しない")).toHaveLength(2);
    expect(there.municipality).toBe(NUMAZU);
  });

  it("is nobody by the city's role at an organisation that is no city", async () => {
    const { helper, officeAdmin } = region;
    const membership = { organisationId: helper.organisationId, staffId: helper.staffId, role: "cityStaff" as const };
    await hub.as(officeAdmin, (unit) => addMembership(unit, membership));
    expect(await search(helper, "しない")).toEqual([]);
  });

  it("does not hang on how many others bear the same name in other places", async () => {
    const { id } = await register(hub, region.careManager, { familyKana: "オオゼイ", birthDate: "1950-01-01" });
    const stranger = await register(hub, region.physician, { familyKana: "オオゼイ", birthDate: "1950-01-02" });
    await hub.db.sql(
      `insert into person (id, code, registered_by_org_id, municipality, sealed, key_version, created_by_id, updated_at)
       select 'psn_' || lpad(n::text, 26, '0'), 'c' || n, registered_by_org_id, municipality, sealed, 1, created_by_id, now()
       from person, generate_series(1, 400) n where id = $1`,
      [stranger.id],
    );
    await hub.db.sql(
      `insert into person_index_token select 'psn_' || lpad(n::text, 26, '0'), token
       from person_index_token, generate_series(1, 400) n where person_id = $1`,
      [stranger.id],
    );
    expect(await search(region.careManager, "おおぜい")).toEqual([id]);
  });

  it("is nobody at all for roles that need no search; trying stands in the log", async () => {
    for (const worker of [region.officeAdmin, region.operator]) {
      expect(await refusal(search(worker, "やま"))).toBe("forbidden");
      const last = (await hub.auditRows()).at(-1);
      expect(last).toMatchObject({ action: "person.search", outcome: "denied", actor_staff_id: worker.staffId });
    }
  });
});

describe("what a search leaves in the log", () => {
  it("is a row for everyone shown, so that it stands in their list of who looked", async () => {
    const before = (await hub.auditRows()).length;
    await search(region.careManager, "やま");
    const rows = (await hub.auditRows()).slice(before);
    expect(rows.map((row) => [row.action, row.person_id])).toEqual([
      ["person.search", shota],
      ["person.search", yuko],
    ]);
  });

  it("is one row when nobody was found, and never what was typed", async () => {
    const before = (await hub.auditRows()).length;
    await search(region.careManager, "いないひと");
    const rows = (await hub.auditRows()).slice(before);
    expect(rows).toEqual([
      expect.objectContaining({ action: "person.search", person_id: null, detail: '{"found":0}' }),
    ]);
  });

  it("names the organisation whose job gave the right", async () => {
    const { careManager, stationAdmin } = region;
    const membership = {
      organisationId: stationAdmin.organisationId,
      staffId: careManager.staffId,
      role: "nurse" as const,
    };
    await hub.as(stationAdmin, (unit) => addMembership(unit, membership));
    const person = await register(hub, careManager, { familyKana: "ケンリ" });
    await consentTo(hub, careManager, person.id, "teamSharing");
    await search(careManager, "けんり");
    expect((await hub.auditRows()).at(-1)).toMatchObject({ actor_org_id: careManager.organisationId });
  });
});
