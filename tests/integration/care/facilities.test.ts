import { editFacility } from "@tsunagi/care/facilities/editFacility";
import { facilityHistory } from "@tsunagi/care/facilities/history";
import { addPhoto, readPhoto, removePhoto } from "@tsunagi/care/facilities/photos";
import { listOwnFacilities, readFacility } from "@tsunagi/care/facilities/readFacility";
import { reportVacancy } from "@tsunagi/care/facilities/vacancy/reportVacancy";
import type { FacilityId } from "@tsunagi/contracts/ids";
import { facilityProfileInput, vacancyInput } from "@tsunagi/contracts/rest/facilities";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addService } from "../../env/addService.ts";
import { buildRegion, openTestHub, type Region, refusal, type TestHub, type Worker } from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let home: FacilityId;
let serial = 0;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
afterAll(() => hub.close());

/** A facility of its own for every test, at the care manager's organisation. */
beforeEach(async () => {
  serial += 1;
  home = await addService(hub.db.sql, region.careManager.organisationId);
});

const read = (who: Worker) => hub.as(who, (unit) => readFacility(unit, { facilityId: home }));
const edit = (who: Worker, change: Record<string, unknown>) =>
  hub.as(who, (unit) =>
    editFacility(unit, { facilityId: home, ...facilityProfileInput.parse({ basedOn: null, ...change }) }),
  );
const PICTURE = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 3, 1, 0xff, 0xda, 0, 3, 1, 9, 9, 0xff, 0xd9]);
const add = (bytes: Uint8Array = PICTURE) =>
  hub.as(region.careManager, (unit) => addPhoto(unit, { facilityId: home, description: "みほんの玄関", bytes }));

describe("a facility's profile", () => {
  it("is what its people wrote, read by whoever searches and by whoever works there", async () => {
    const needs = [
      { need: "gastrostomy", answer: "accept", note: "日中のみ看護師" },
      { need: "dialysis", answer: "decline" },
    ];
    const said = {
      features: "海の見える個室",
      roomTypes: ["unit"],
      monthlyCostFrom: 90_000,
      offers: ["transport"],
      needs,
    };
    await edit(region.careManager, said);
    const seen = await read(region.physician);
    expect(seen).toMatchObject({ profile: { features: "海の見える個室", monthlyCostTo: null, offersNot: [] } });
    expect(seen.profile.needs.map(({ need, answer, note }) => [need, answer, note])).toEqual([
      ["dialysis", "decline", ""],
      ["gastrostomy", "accept", "日中のみ看護師"],
    ]);
    expect(seen.may).toEqual({ edit: false, report: false });
    expect((await read(region.officeAdmin)).may).toEqual({ edit: true, report: true });
    expect((await read(region.helper)).may).toEqual({ edit: false, report: true });
  });

  it("is empty, and its needs unknown, before anybody wrote it", async () => {
    expect(await read(region.physician)).toMatchObject({ updatedAt: null, vacancy: null, profile: { needs: [] } });
  });

  it("is changed by its own people only", async () => {
    expect(await refusal(edit(region.helper, {}))).toBe("forbidden");
    expect(await refusal(edit(region.stationAdmin, {}))).toBe("forbidden");
    expect((await read(region.physician)).updatedAt).toBeNull();
  });

  it("is read by nobody who neither searches nor works there", async () => {
    expect(await refusal(read(region.stationAdmin))).toBe("forbidden");
  });

  it("is not overwritten by somebody who had an older one before their eyes", async () => {
    const first = await edit(region.careManager, { features: "一" });
    expect(await refusal(edit(region.officeAdmin, { features: "二" }))).toBe("profileChanged");
    await edit(region.officeAdmin, { features: "三", basedOn: first.updatedAt });
    expect((await read(region.careManager)).profile.features).toBe("三");
  });

  it("shows its people who changed which parts, and when vacancies were reported", async () => {
    const first = await edit(region.careManager, { features: "一", needs: [{ need: "drip", answer: "accept" }] });
    await edit(region.officeAdmin, { features: "一", basedOn: first.updatedAt, contactHours: "9時から17時" });
    await hub.as(region.helper, (unit) =>
      reportVacancy(unit, { facilityId: home, vacancy: vacancyInput.parse({ lines: [] }) }),
    );
    const seen = await hub.as(region.helper, (unit) => facilityHistory(unit, { facilityId: home, limit: 50 }));
    expect(seen.changes.map(({ by, fields }) => [by, [...fields].sort()])).toEqual([
      [region.officeAdmin.name, ["contactHours", "needs"]],
      [region.careManager.name, ["features", "needs"]],
    ]);
    expect(seen.vacancies).toMatchObject([{ by: region.helper.name, lines: [] }]);
    const elsewhere = hub.as(region.physician, (unit) => facilityHistory(unit, { facilityId: home, limit: 50 }));
    expect(await refusal(elsewhere)).toBe("forbidden");
  });
});

describe("a facility's photos", () => {
  it("are shown with the text that is read out, and taken down without being lost", async () => {
    const { id } = await add();
    expect((await read(region.physician)).photos).toEqual([{ id, description: "みほんの玄関" }]);
    const { bytes } = await hub.as(region.physician, (unit) => readPhoto(unit, { photoId: id }));
    expect(Uint8Array.from(bytes)).toEqual(PICTURE);
    await hub.as(region.careManager, (unit) => removePhoto(unit, { photoId: id }));
    expect((await read(region.physician)).photos).toEqual([]);
    expect(await refusal(hub.as(region.physician, (unit) => readPhoto(unit, { photoId: id })))).toBe("notFound");
    expect(await hub.db.sql("select removed_by_id from facility_photo where id = $1", [id])).toEqual([
      { removed_by_id: region.careManager.staffId },
    ]);
  });

  it("are no more and no larger than the settings say", async () => {
    for (let i = 0; i < hub.settings.facilityPhotos; i += 1) await add();
    expect(await refusal(add())).toBe("tooManyPhotos");
    expect(await refusal(add(new Uint8Array(hub.settings.facilityPhotoBytes + 1)))).toBe("tooLarge");
  });

  it("carry nothing that tells where they were taken", async () => {
    const withPlace = Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 4, 0x45, 0x78, ...PICTURE.slice(2)]);
    expect(await refusal(add(withPlace))).toBe("unreadableFile");
    expect(await refusal(add(Uint8Array.from([1, 2, 3])))).toBe("unreadableFile");
  });
});

it("one's own facilities come with their vacancies and with what one may do", async () => {
  await hub.as(region.helper, (unit) =>
    reportVacancy(unit, { facilityId: home, vacancy: vacancyInput.parse({ lines: [], waiting: 4 }) }),
  );
  const { facilities } = await hub.as(region.helper, (unit) => listOwnFacilities(unit));
  expect(facilities.length).toBe(serial);
  expect(facilities.find(({ id }) => id === home)).toMatchObject({
    serviceType: "51",
    vacancy: { waiting: 4 },
    may: { edit: false, report: true },
  });
  expect((await hub.as(region.physician, (unit) => listOwnFacilities(unit))).facilities).toEqual([]);
});
