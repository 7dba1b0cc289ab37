import { embeddedEngine } from "@tsunagi/care/facilities/search/embedded/embeddedEngine";
import { EngineAway } from "@tsunagi/care/facilities/search/engineAway";
import { facilityChanged } from "@tsunagi/care/facilities/search/facilityChanged";
import { FacilitySearch } from "@tsunagi/care/facilities/search/facilitySearch";
import { locateAddress } from "@tsunagi/care/facilities/search/locateAddress";
import { allFacilities, loadFacilities } from "@tsunagi/care/facilities/search/store";
import type { FacilityId } from "@tsunagi/contracts/ids";
import { facilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { z } from "zod";
import { openTestHub, outboxOf, type TestHub } from "../../env/careFixture.ts";

let hub: TestHub;
let search: FacilitySearch;
beforeAll(async () => {
  hub = await openTestHub();
  await hub.db.sql(`insert into organisation (id, name, name_kana, kind, municipality, address, latitude, longitude, updated_at)
    values ('org_a', '架空苑', 'カクウエン', 'careProvider', '222062', '三島市見本町1-2', 35.12, 138.91, now()),
           ('org_b', '見本の家', 'ミホンノイエ', 'careProvider', '222062', '三島市見本町9-9', 35.14, 138.93, now())`);
  await hub.db.sql(`insert into organisation_service (id, organisation_id, system, service_type, business_number)
    values ('svc_a', 'org_a', 'care', '51', '1'), ('svc_b', 'org_b', 'care', '32', '2')`);
  await hub.db.sql(`insert into facility_profile (service_id, features, room_types, care_levels, offers, offers_not,
    area_municipalities, updated_by_id, updated_at)
    values ('svc_a', '海が見えます', '{private}', '{care4}', '{transport}', '{}', '{}', 'stf_x', now())`);
  await hub.db.sql(`insert into facility_need (service_id, need, answer) values ('svc_a', 'gastrostomy', 'accept'),
    ('svc_a', 'insulin', 'consult')`);
});
beforeEach(async () => {
  search = openSearch();
  await search.open();
});
afterAll(() => hub.close());

const openSearch = () =>
  new FacilitySearch(
    embeddedEngine(),
    {
      load: (ids) => hub.care.bookkeeping((tx) => loadFacilities(tx, ids)),
      all: async function* () {
        yield* await hub.care.bookkeeping(async (tx) => allFacilities(tx));
      },
    },
    { staleAfterHours: 72, timeZone: "Asia/Tokyo" },
  );

const ask = (filters: z.input<typeof facilityFilters>) =>
  search.search({ filters: facilityFilters.parse(filters), sort: "fit", limit: 20, offset: 0 });

let reports = 0;
async function report(service: string, count: number, hoursAgo = 0): Promise<void> {
  reports += 1;
  const id = `vac_${reports}`;
  await hub.db.sql(`insert into vacancy_report (id, service_id, cause, reported_at)
    values ('${id}', '${service}', 'reported', now() - interval '${hoursAgo} hours')`);
  if (count > 0)
    await hub.db.sql(
      `insert into vacancy_line (report_id, room_type, sex, count) values ('${id}', 'private', 'any', ${count})`,
    );
}

it("reads profile, needs and the newest vacancy of every facility", async () => {
  await report("svc_a", 0, 48);
  await report("svc_a", 2, 1);
  await search.update(["svc_a" as FacilityId]);
  const { hits } = await ask({
    needs: [{ need: "gastrostomy" }, { need: "insulin" }],
    vacancy: {},
    careLevel: "care4",
  });
  expect(hits.map(({ name, vacancy }) => [name, vacancy.state, vacancy.count])).toEqual([["架空苑", "now", 2]]);
  expect(hits[0]?.fit.reasons).toEqual([
    { code: "needAccepted", value: "gastrostomy" },
    { code: "vacancyNow" },
    { code: "careLevelFits", value: "care4" },
  ]);
  expect(hits[0]?.fit.uncertain).toEqual([{ code: "needToDiscuss", value: "insulin" }]);
});

it("says which filter to loosen when nothing is found, and how many that gives", async () => {
  const { total, relaxations } = await ask({
    needs: [{ need: "gastrostomy", least: "accept" }],
    services: ["care:32"],
  });
  expect(total).toBe(0);
  expect(relaxations.map(({ change, filter, total }) => [change, filter, total])).toEqual([
    ["includeUnknown", "includeUnknown", 1],
    ["drop", "need", 1],
    ["drop", "service", 1],
  ]);
});

it("never lets an older state take the place of a newer one, however many updates come at once", async () => {
  await Promise.all(
    [1, 2, 3, 4].map(async (count) => {
      await report("svc_b", count);
      await search.update(["svc_b" as FacilityId]);
    }),
  );
  const [newest] = await hub.db.sql<{
    count: number;
  }>(`select l.count from vacancy_report r join vacancy_line l on l.report_id = r.id
    where service_id = 'svc_b' order by reported_at desc, r.id desc limit 1`);
  expect((await ask({ services: ["care:32"] })).hits[0]?.vacancy.count).toBe(newest?.count);
});

it("is not ready before it was filled, and says so", async () => {
  search = openSearch();
  await expect(ask({})).rejects.toMatchObject({ code: "searchNotReady" });
  await expect(search.update(["svc_a" as FacilityId])).rejects.toThrow(EngineAway); // the outbox repeats it
});

it("knows an address by the facilities near it, down to the town", async () => {
  const place = await hub.care.bookkeeping((tx) => locateAddress(tx, "静岡県三島市見本町３－４ ハイツ架空"));
  expect(place?.matched).toBe("三島市見本町");
  expect(place?.latitude).toBeCloseTo(35.13);
  expect(await hub.care.bookkeeping((tx) => locateAddress(tx, "東京都千代田区"))).toBeNull();
});

it("tells the search by the outbox, in the act's own transaction", async () => {
  const messages = await outboxOf(hub, () => hub.system((unit) => facilityChanged(unit, ["svc_a" as FacilityId])));
  expect(messages).toEqual([{ kind: "facility.index", lane: "facility:svc_a", payload: { ids: ["svc_a"] } }]);
  await expect(
    hub.system(async (unit) => {
      await facilityChanged(unit, ["svc_b" as FacilityId]);
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  expect(await hub.outbox()).toHaveLength(1);
});
