import { meilisearchEngine } from "@tsunagi/appservice/search/meilisearchEngine";
import type { FacilityDocument } from "@tsunagi/care/facilities/search/document";
import { embeddedEngine } from "@tsunagi/care/facilities/search/embedded/embeddedEngine";
import type { EngineAnswer, FacilityEngine } from "@tsunagi/care/facilities/search/engine";
import { type FacilitySort, facilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { inventFacility, reported, SEARCH_NOW } from "../../env/facilities.ts";
import { MeiliDouble } from "../../env/meili/double.ts";

const MOMENT = { now: SEARCH_NOW, today: "2026-11-25", staleAfterHours: 72 };
const MISHIMA_STATION = { latitude: 35.126, longitude: 138.911 };

const facilities = {
  yasuragi: inventFacility({
    name: "やすらぎ苑",
    nameKana: "ヤスラギエン",
    needs: { gastrostomy: "accept", insulin: "accept", endOfLife: "accept" },
    careLevels: ["care3", "care4", "care5"],
    roomTypes: ["private", "shared"],
    monthlyCostFrom: 90_000,
    offers: ["publicAssistance"],
    offersNot: ["transport"],
    vacancy: reported(2, { roomType: "private", sex: "female" }),
    latitude: 35.127,
    longitude: 138.912,
  }),
  hidamari: inventFacility({
    name: "ひだまりの家",
    nameKana: "ヒダマリノイエ",
    serviceType: "32",
    needs: { gastrostomy: "consult", insulin: "accept" },
    careLevels: ["care1", "care4"],
    monthlyCostFrom: 140_000,
    vacancy: reported(5, { roomType: "unit", sex: "any", availableFrom: "2026-12-10" }),
    latitude: 35.15,
    longitude: 138.95,
  }),
  kamome: inventFacility({
    name: "かもめ老健",
    nameKana: "カモメロウケン",
    serviceType: "52",
    municipality: "222038",
    address: "沼津市架空町3",
    needs: { gastrostomy: "accept", insulin: "decline" },
    features: "ﾘﾊﾋﾞﾘに力を入れています。髙橋理学療法士がいます",
    roomTypes: ["shared"],
    vacancy: reported(200, { roomType: "shared", sex: "male", count: 3 }),
    latitude: 35.1,
    longitude: 138.86,
  }),
  mansho: inventFacility({
    name: "満床園",
    municipality: "222208",
    needs: { gastrostomy: "accept", insulin: "accept" },
    vacancy: { ...reported(1), lines: [] },
  }),
  silent: inventFacility({ name: "みほん茶屋", municipality: "222224", serviceType: "15" }),
  disabled: inventFacility({ name: "そよかぜ", system: "disability", serviceType: "33" }),
};
type Name = keyof typeof facilities;
const nameOf = new Map(Object.entries(facilities).map(([name, { id }]) => [id, name as Name]));

/** A real server when there is one to be had, else the stand-in made from recorded exchanges. */
const realMeili = process.env["MEILI_URL"];
const double = new MeiliDouble();
const engines = {
  embedded: async () => embeddedEngine(),
  [realMeili ? "Meilisearch, the real one at MEILI_URL" : "Meilisearch, a stand-in (MEILI_URL is not set)"]: async () =>
    meilisearchEngine({ url: realMeili ?? (await double.start()), key: process.env["MEILI_KEY"] }),
};
afterAll(() => double.stop());

describe.each(Object.entries(engines))("facility search by %s", (_name, open) => {
  let engine: FacilityEngine;
  beforeAll(async () => {
    engine = await open();
    await fill(Object.values(facilities));
  });
  afterAll(() => engine.close());

  async function fill(documents: readonly FacilityDocument[]): Promise<void> {
    const [first = [], second = []] = [documents.slice(0, 3), documents.slice(3)];
    await engine.rebuild(
      (async function* () {
        yield first;
        yield second;
      })(),
    );
  }

  const ask = (filters: z.input<typeof facilityFilters> = {}, sort: FacilitySort = "fit"): Promise<EngineAnswer> =>
    engine.search({ filters: facilityFilters.parse(filters), sort, limit: 20, offset: 0, moment: MOMENT });
  const names = ({ hits }: EngineAnswer) => hits.map(({ document }) => nameOf.get(document.id));
  const found = async (...question: Parameters<typeof ask>) => names(await ask(...question)).sort();

  it("finds everything when nothing is asked", async () => {
    expect((await ask()).total).toBe(Object.keys(facilities).length);
    expect(await engine.isCurrent()).toBe(true);
  });

  it("finds by municipality, its neighbours and medical area", async () => {
    expect(await found({ municipalities: ["222038"] })).toEqual(["kamome"]);
    expect(await found({ municipalities: ["222208"], neighbours: true })).toEqual(
      ["disabled", "hidamari", "kamome", "mansho", "yasuragi"].sort(),
    );
    expect(await found({ areas: ["kamo"] })).toEqual([]);
    expect(await found({ areas: ["suntoTagata"], services: ["care:15"] })).toEqual(["silent"]);
  });

  it("tells the same number in two systems apart", async () => {
    expect(await found({ services: ["disability:33"] })).toEqual(["disabled"]);
    expect(await found({ services: ["care:33"] })).toEqual([]);
  });

  it("finds within a distance and says how far", async () => {
    const answer = await ask({ near: { ...MISHIMA_STATION, km: 5 } }, "distance");
    expect(names(answer)).toEqual(["yasuragi", "hidamari"]);
    expect(answer.hits[0]?.distanceKm).toBeCloseTo(0.14, 1);
  });

  it("tells accepting from discussing, and unknown from no", async () => {
    expect(await found({ needs: [{ need: "gastrostomy", least: "accept" }] })).toEqual([
      "kamome",
      "mansho",
      "yasuragi",
    ]);
    expect(await found({ needs: [{ need: "gastrostomy" }] })).toEqual(["hidamari", "kamome", "mansho", "yasuragi"]);
    expect(await found({ needs: [{ need: "insulin" }], includeUnknown: true })).toEqual([
      "disabled",
      "hidamari",
      "mansho",
      "silent",
      "yasuragi",
    ]);
  });

  it("asks for several needs at once", async () => {
    expect(await found({ needs: [{ need: "gastrostomy" }, { need: "insulin" }] })).toEqual([
      "hidamari",
      "mansho",
      "yasuragi",
    ]);
  });

  it("finds a vacancy now and by a day, and never takes an unknown one for a full one", async () => {
    expect(await found({ vacancy: {} })).toEqual(["kamome", "yasuragi"]);
    expect(await found({ vacancy: { by: "2026-12-10" } })).toEqual(["hidamari", "kamome", "yasuragi"]);
    expect(await found({ vacancy: {}, includeUnknown: true })).toEqual(["disabled", "kamome", "silent", "yasuragi"]);
  });

  it("wants kind of room, sex and day in one and the same place", async () => {
    expect(await found({ vacancy: {}, sex: "male" })).toEqual(["kamome"]);
    expect(await found({ vacancy: {}, roomTypes: ["private"], sex: "male" })).toEqual([]);
    expect(await found({ vacancy: { by: "2026-12-31" }, roomTypes: ["unit"], sex: "male" })).toEqual(["hidamari"]);
    expect(await found({ roomTypes: ["shared"] })).toEqual(["kamome", "yasuragi"]);
  });

  it("finds by care level, cost and what is offered", async () => {
    expect(await found({ careLevel: "care4" })).toEqual(["hidamari", "yasuragi"]);
    expect(await found({ monthlyCost: 100_000 })).toEqual(["yasuragi"]);
    expect(await found({ monthlyCost: 100_000, includeUnknown: true })).not.toContain("hidamari");
    expect(await found({ offers: ["publicAssistance"] })).toEqual(["yasuragi"]);
    expect(await found({ offers: ["transport"], includeUnknown: true })).not.toContain("yasuragi");
  });

  it.each([
    ["やすらぎ", "yasuragi"],
    ["ヤスラギ", "yasuragi"],
    ["ﾔｽﾗｷﾞ苑", "yasuragi"],
    ["リハビリ", "kamome"],
    ["高橋", "kamome"],
    ["茶", "silent"],
    ["沼津　老健", "kamome"],
    ["胃瘻 三島 特養", "yasuragi"],
  ])("finds %s, however it is typed", async (text, name) => {
    expect(names(await ask({ text }))).toContain(name);
  });

  it("allows for a typing mistake when nothing is spelled so", async () => {
    expect(names(await ask({ text: "やすらき苑" }))).toContain("yasuragi");
    expect(names(await ask({ text: "ひだまりの宿" }))).toContain("hidamari");
  });

  it("finds nothing for words nobody has", async () => {
    expect((await ask({ text: "ヴゑゐ" })).total).toBe(0);
  });

  it("puts what is sure and fresh before what must be asked or is old", async () => {
    const needs = [{ need: "gastrostomy" as const }];
    const order = names(await ask({ needs }));
    expect(order[0]).toBe("yasuragi");
    expect(order.indexOf("kamome")).toBeGreaterThan(order.indexOf("yasuragi"));
    expect(order.at(-1)).toBe("mansho");
  });

  it("sorts by cost and freshness, what is unknown last", async () => {
    expect(names(await ask({}, "cost")).slice(0, 2)).toEqual(["yasuragi", "hidamari"]);
    expect(names(await ask({}, "freshness")).slice(0, 3)).toEqual(["mansho", "yasuragi", "hidamari"]);
  });

  it("counts what the hits are, and for a facet what choosing another value would add", async () => {
    const { facets } = await ask({ municipalities: ["222062"], needs: [{ need: "gastrostomy" }] });
    expect(facets.municipality).toEqual({ "222062": 2, "222038": 1, "222208": 1 });
    expect(facets.service).toEqual({ "care:51": 1, "care:32": 1 });
    expect(facets.accepts["insulin"]).toBe(2);
  });

  it("counts for several questions at once", async () => {
    const questions = [{ municipalities: ["222038"] }, { needs: [{ need: "insulin" as const }] }, { text: "茶" }];
    expect(
      await engine.count(
        questions.map((one) => facilityFilters.parse(one)),
        MOMENT,
      ),
    ).toEqual([1, 3, 1]);
  });

  it("gives the next page without repeating the first", async () => {
    const page = async (offset: number) =>
      names(await engine.search({ filters: facilityFilters.parse({}), sort: "fit", limit: 4, offset, moment: MOMENT }));
    const [first, second] = [await page(0), await page(4)];
    expect(new Set([...first, ...second]).size).toBe(6);
  });

  it("finds a facility as it is now once it was put", async () => {
    const full = { ...facilities.yasuragi, name: "新やすらぎ", vacancy: { ...reported(0), lines: [] } };
    await engine.put([full]);
    expect(await found({ vacancy: {} })).toEqual(["kamome"]);
    expect(names(await ask({ text: "新やすらぎ" }))).toContain("yasuragi");
    await engine.put([facilities.yasuragi]);
    expect(await found({ vacancy: {} })).toEqual(["kamome", "yasuragi"]);
  });

  it("is filled anew without a moment in which nothing is found", async () => {
    let during: number | undefined;
    await engine.rebuild(
      (async function* () {
        yield [facilities.yasuragi];
        during = (await ask()).total;
        yield [facilities.kamome];
      })(),
    );
    expect(during).toBe(6);
    expect((await ask()).total).toBe(2);
    await fill(Object.values(facilities));
  });
});
