import { confirmVacancy, reportVacancy } from "@tsunagi/care/facilities/vacancy/reportVacancy";
import { vacancyReports } from "@tsunagi/care/facilities/vacancy/store";
import { takePlace } from "@tsunagi/care/facilities/vacancy/takePlace";
import type { FacilityId } from "@tsunagi/contracts/ids";
import { type VacancyLine, vacancyInput } from "@tsunagi/contracts/rest/facilities";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addService } from "../../env/addService.ts";
import { buildRegion, openTestHub, type Region, refusal, type TestHub } from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let home: FacilityId;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
afterAll(() => hub.close());

/** A facility of its own for every test; the care manager and the helper work there. */
beforeEach(async () => {
  home = await addService(hub.db.sql, region.careManager.organisationId);
});

const line = (change: Partial<VacancyLine> = {}): VacancyLine => ({
  roomType: "private",
  sex: "any",
  count: 1,
  availableFrom: null,
  ...change,
});
const report = (...lines: VacancyLine[]) =>
  hub.as(region.helper, (unit) => reportVacancy(unit, { facilityId: home, vacancy: vacancyInput.parse({ lines }) }));
const confirm = () => hub.as(region.careManager, (unit) => confirmVacancy(unit, { facilityId: home }));
const take = () => hub.system((unit) => takePlace(unit, home, { roomType: null, sex: "female" }));
const history = () => hub.system(({ tx }) => vacancyReports(tx, home, { limit: 50 }));

describe("a facility's vacancies", () => {
  it("are what it said last; everything it said before stays in the history", async () => {
    await report(line({ count: 2 }), line({ roomType: "shared", sex: "male", availableFrom: "2026-12-01" }));
    await report();
    expect((await history()).map(({ lines, cause }) => [lines.length, cause])).toEqual([
      [0, "reported"],
      [2, "reported"],
    ]);
  });

  it("are confirmed as they were, by whom and when", async () => {
    const first = await report(line({ count: 2 }));
    const second = await confirm();
    expect(second).toMatchObject({ cause: "unchanged", lines: first.lines, stale: false });
    expect(second.reportedAt > first.reportedAt).toBe(true);
    expect((await history()).map((row) => row.reportedById)).toEqual([
      region.careManager.staffId,
      region.helper.staffId,
    ]);
    expect(await hub.auditRows()).toContainEqual(
      expect.objectContaining({ action: "vacancy.report", subject_id: home, actor_staff_id: region.helper.staffId }),
    );
  });

  it("cannot be confirmed before they were reported", async () => {
    expect(await refusal(confirm())).toBe("neverReported");
  });

  it("are reported by nobody of another organisation", async () => {
    const act = hub.as(region.visitingNurse, (unit) =>
      reportVacancy(unit, { facilityId: home, vacancy: vacancyInput.parse({ lines: [] }) }),
    );
    expect(await refusal(act)).toBe("forbidden");
    expect(await history()).toEqual([]);
  });

  it("keep both of two reports sent at once, and the one that was written last counts", async () => {
    await Promise.all([report(line({ count: 1 })), report(line({ count: 2 })), confirm().catch(() => undefined)]);
    const all = await history();
    expect(all.length).toBeGreaterThanOrEqual(2);
    expect(new Set(all.map(({ reportedAt }) => reportedAt.getTime())).size).toBe(all.length);
  });
});

describe("takePlace", () => {
  it("takes one place and says so in the history", async () => {
    await report(line({ count: 2 }));
    expect(await take()).toMatchObject({ cause: "agreed", lines: [line({ count: 1 })] });
    expect((await history())[0]).toMatchObject({ cause: "agreed", reportedById: null });
  });

  it("gives the last bed to one of two who ask at once, and tells the other that none is left", async () => {
    await report(line());
    const codes = await Promise.all([refusal(take()), refusal(take()), refusal(take())]);
    expect(codes.sort()).toEqual(["noPlaceLeft", "noPlaceLeft", "none"]);
    expect((await history())[0]?.lines).toEqual([]);
  });

  it("gives the place back when the act it is part of fails", async () => {
    await report(line());
    const failing = hub.system(async (unit) => {
      await takePlace(unit, home, { roomType: null, sex: null });
      throw new Error("the rest of the act failed");
    });
    await expect(failing).rejects.toThrow("the rest of the act failed");
    expect(await refusal(take())).toBe("none");
  });

  it("holds a facility that never reported to no number", async () => {
    expect(await take()).toBeNull();
    expect(await history()).toEqual([]);
  });

  it("finds no place in a facility that does not exist", async () => {
    const nowhere = `svc_${"z".repeat(26)}` as FacilityId;
    expect(await refusal(hub.system((unit) => takePlace(unit, nowhere, { roomType: null, sex: null })))).toBe(
      "notFound",
    );
  });
});
