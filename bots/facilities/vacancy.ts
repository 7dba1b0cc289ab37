import { reportPlaces } from "@tsunagi/care/facilities/vacancy/reportPlaces";
import { confirmVacancy } from "@tsunagi/care/facilities/vacancy/reportVacancy";
import { roomTypes, vacancySexes } from "@tsunagi/contracts/codes/facilities";
import { facilityId } from "@tsunagi/contracts/ids";
import { VACANCY_LIMITS } from "@tsunagi/contracts/rest/facilities";
import { choice, count, date, longText, optional, reference } from "../framework/arguments.ts";
import { command } from "../framework/command.ts";
import { todayInJapan } from "../framework/time.ts";
import { renderVacancyResult, type VacancyResult } from "./renderVacancy.ts";
import { servicesHere } from "./which.ts";

const service = optional(reference("facilityId", facilityId, { label: { ja: "サービス", en: "Service" } }));
const FULL = { 満床: 0, 満室: 0, 満員: 0, なし: 0, full: 0, none: 0 };

/** `/vacancy`: how many places are free, in the organisation's own room. Several kinds or services: it asks which. */
export const vacancy = command({
  name: "vacancy",
  aliases: ["空き", "あき", "空き状況"],
  summary: { ja: "空き状況を報告します（人数・部屋・性別・いつから）", en: "Report free places" },
  example: { ja: "/空き 2 個室 女性", en: "/vacancy 2 private female" },
  requires: "vacancy.report",
  roomKinds: ["facility"],
  arguments: {
    service,
    count: count(
      [0, VACANCY_LIMITS.count],
      { label: { ja: "空きの人数", en: "Free places" }, placeholder: { ja: "満床は 0", en: "0 = full" } },
      FULL,
    ),
    roomType: optional(choice(roomTypes, { label: { ja: "部屋", en: "Room" } })),
    sex: optional(choice(vacancySexes, { label: { ja: "性別", en: "For" } })),
    from: optional(date({ label: { ja: "いつから（空欄は今すぐ）", en: "From (empty = now)" } }, todayInJapan)),
    waiting: optional(count([0, VACANCY_LIMITS.waiting], { label: { ja: "待機者の人数", en: "Waiting" } })),
    note: optional(longText(VACANCY_LIMITS.note, { label: { ja: "ひとこと", en: "Note" } })),
  },
  execute: async (context, values): Promise<VacancyResult> => {
    const [facility, ...others] = await servicesHere(context, values.service);
    const given = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    );
    const asking = { command: "vacancy", given };
    if (others.length > 0) return { outcome: "whichService", services: [facility, ...others], ...asking };
    const { service: _, from, ...said } = values;
    const result = await reportPlaces(context.unit, { ...said, facilityId: facility.id, availableFrom: from });
    if ("choose" in result) {
      return { outcome: "whichPlace", places: result.choose, ...asking, given: { ...given, service: facility.id } };
    }
    return { outcome: "reported", facility, vacancy: result.vacancy };
  },
  render: renderVacancyResult,
});

/** `/unchanged`: 変わりなし, the button of the daily question. */
export const unchanged = command({
  name: "unchanged",
  aliases: ["変わりなし", "かわりなし"],
  summary: { ja: "空き状況に変わりがないことを報告します", en: "Report that vacancies are as they were" },
  example: { ja: "/変わりなし", en: "/unchanged" },
  requires: "vacancy.report",
  roomKinds: ["facility"],
  arguments: { service },
  execute: async (context, values): Promise<VacancyResult> => {
    const [facility, ...others] = await servicesHere(context, values.service);
    if (others.length > 0) {
      return { outcome: "whichService", services: [facility, ...others], command: "unchanged", given: {} };
    }
    return { outcome: "reported", facility, vacancy: await confirmVacancy(context.unit, { facilityId: facility.id }) };
  },
  render: renderVacancyResult,
});
