import { noticeVacancies } from "@tsunagi/care/facilities/savedSearches/noticeVacancies";
import { endSavedSearch, saveSearch, seeSavedSearch } from "@tsunagi/care/facilities/savedSearches/savedSearches";
import { savedSearchesOf } from "@tsunagi/care/facilities/savedSearches/store";
import type { FacilityId } from "@tsunagi/contracts/ids";
import { facilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { MOST_SAVED, type SavedSearchView } from "@tsunagi/contracts/rest/savedSearches";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { z } from "zod";
import { buildRegion, openTestHub, type Region, refusal, type TestHub, type Worker } from "../../env/careFixture.ts";

const HOME = `svc_${"1".repeat(26)}` as FacilityId;
let hub: TestHub;
let region: Region;
let reports = 0;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  await hub.db.sql(`insert into organisation (id, name, kind, municipality, updated_at)
    values ('org_a', '架空苑', 'careProvider', '222062', now())`);
  await hub.db.sql(`insert into organisation_service (id, organisation_id, system, service_type, business_number)
    values ('${HOME}', 'org_a', 'care', '51', '1')`);
});
beforeEach(() =>
  hub.db.sql(
    "delete from saved_search_notice; delete from saved_search; delete from vacancy_line; delete from vacancy_report",
  ),
);
afterAll(() => hub.close());

const keep = (who: Worker, filters: z.input<typeof facilityFilters>): Promise<SavedSearchView> =>
  hub.as(who, (unit) => saveSearch(unit, { filters: facilityFilters.parse(filters) }));
const keptBy = (who: Worker) => hub.care.bookkeeping((tx) => savedSearchesOf(tx, who.staffId));

/** The facility reports, and the outbox's message is carried out. */
async function report(count: number): Promise<void> {
  reports += 1;
  const now = hub.clock.now();
  await hub.db.sql("insert into vacancy_report (id, service_id, cause, reported_at) values ($1, $2, 'reported', $3)", [
    `vac_${reports}`,
    HOME,
    now,
  ]);
  if (count > 0)
    await hub.db.sql("insert into vacancy_line (report_id, room_type, sex, count) values ($1, 'private', 'any', $2)", [
      `vac_${reports}`,
      count,
    ]);
  await hub.system((unit) => noticeVacancies(unit, [HOME], "2026-04-01"));
}

it("tells whoever keeps a search of a new vacancy that fits, once, and nobody else", async () => {
  await keep(region.socialWorker, { municipalities: ["222062"], services: ["care:51"] });
  await keep(region.careManager, { municipalities: ["222038"] });
  await report(0);
  await report(1);
  await hub.system((unit) => noticeVacancies(unit, [HOME], "2026-04-01")); // a crash repeats the message
  await report(1); // 変わりなし
  const [search] = await keptBy(region.socialWorker);
  expect(search?.unseen).toBe(1);
  expect(search?.notices).toMatchObject([{ facilityId: HOME, name: "架空苑", seen: false }]);
  expect((await keptBy(region.careManager))[0]?.notices).toEqual([]);
  expect(await keptBy(region.physician)).toEqual([]);
});

it("tells again when the place went and another came, and counts what was not seen", async () => {
  const { id } = await keep(region.socialWorker, {});
  await report(1);
  await hub.as(region.socialWorker, (unit) => seeSavedSearch(unit, { searchId: id }));
  await report(0);
  await report(2);
  const [search] = await keptBy(region.socialWorker);
  expect(search?.unseen).toBe(1);
  expect(search?.notices.map(({ seen }) => seen)).toEqual([false, true]);
});

it("says nothing of vacancies that were there before the search was kept", async () => {
  await report(1);
  await keep(region.socialWorker, {});
  await hub.system((unit) => noticeVacancies(unit, [HOME], "2026-04-01"));
  expect((await keptBy(region.socialWorker))[0]?.notices).toEqual([]);
});

it("keeps no words, and a place to about a kilometre only", async () => {
  const near = { latitude: 35.12345, longitude: 138.98765, km: 5 };
  const { filters } = await keep(region.socialWorker, { text: "架空ハナ", near });
  expect(filters).toMatchObject({ text: "", near: { latitude: 35.12, longitude: 138.99, km: 5 } });
  const rows = await hub.db.sql("select filters::text from saved_search");
  expect(JSON.stringify(rows)).not.toContain("ハナ");
});

it("ends a search for its owner only, and tells nothing more", async () => {
  const { id } = await keep(region.socialWorker, {});
  expect(await refusal(hub.as(region.careManager, (unit) => endSavedSearch(unit, { searchId: id })))).toBe("notFound");
  await hub.as(region.socialWorker, (unit) => endSavedSearch(unit, { searchId: id }));
  await report(1);
  expect(await keptBy(region.socialWorker)).toEqual([]);
  expect(await hub.db.sql("select * from saved_search_notice")).toEqual([]);
});

it("keeps no more searches than one can follow", async () => {
  for (let i = 0; i < MOST_SAVED; i += 1) await keep(region.socialWorker, { monthlyCost: 100_000 + i });
  expect(await refusal(keep(region.socialWorker, {}))).toBe("tooManySearches");
});
