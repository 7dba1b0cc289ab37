import type { FacilityFilters, FacilitySort } from "@tsunagi/contracts/rest/facilitySearch";
import { numbers } from "../env/arguments.ts";
import type { HubApi } from "../env/hubApi.ts";
import { percentile, progress, result, round } from "../env/machine.ts";
import { Person } from "../env/person.ts";
import { fillWithFacilities } from "../env/region/fill.ts";
import { throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";

/*
 * npm run bench -- search [--facilities 20000] [--count 400] [--updates 40]
 * Searches through the hub's HTTP API as the page makes them, one after another, with real Postgres behind the session;
 * then vacancies reported by a facility's staff until a search shows them. With MEILI_URL the same by Meilisearch.
 */
const { facilities, count, updates, warmup } = numbers({ facilities: 20_000, count: 400, updates: 40, warmup: 40 });

type Question = { readonly filters: Partial<FacilityFilters>; readonly sort?: FacilitySort };

/** What social workers look for, in turn; no two neighbours alike. */
const QUESTIONS: readonly Question[] = [
  {
    filters: {
      municipalities: ["222062"],
      needs: [
        { need: "gastrostomy", least: "consult" },
        { need: "insulin", least: "consult" },
      ],
      careLevel: "care4",
      vacancy: { by: null },
    },
  },
  { filters: { text: "やすらぎ" } },
  { filters: { areas: ["suntoTagata"], services: ["care:51", "care:52"], includeUnknown: true } },
  { filters: { text: "ﾃﾞｲｻｰﾋﾞｽ 温泉", vacancy: { by: null } } },
  { filters: { near: { latitude: 35.12, longitude: 138.91, km: 15 } }, sort: "distance" },
  { filters: {} },
  { filters: { text: "特養 三島" } },
  {
    filters: { needs: [{ need: "endOfLife", least: "accept" }], offers: ["publicAssistance"], monthlyCost: 120_000 },
    sort: "cost",
  },
  { filters: { text: "かもめげ老健" } },
  {
    filters: {
      municipalities: ["222038"],
      neighbours: true,
      vacancy: { by: null },
      sex: "female",
      roomTypes: ["private"],
    },
    sort: "freshness",
  },
];

const stack = await throwawayStack({ durable: true });
try {
  progress(`filling with ${facilities} invented facilities`);
  await fillWithFacilities(stack.databaseUrl, facilities);
  stack.hub.kill("SIGTERM");
  await stack.hub.exited;
  await stack.startHub();
  const nurse = await until("sign-in", () =>
    Person.signIn(stack.publicUrl, "nurse", "tsunagi-demo-2026").catch(() => undefined),
  );
  await nurse.settle();
  await until("the search is filled", () => search(nurse.hub, {}).catch(() => undefined));

  const [whole, inEngine]: [number[], number[]] = [[], []];
  let engine = "";
  for (let i = 0; i < warmup + count; i += 1) {
    const began = performance.now();
    const answer = await search(nurse.hub, QUESTIONS[i % QUESTIONS.length] ?? { filters: {} });
    const took = performance.now() - began;
    if (i < warmup) continue;
    whole.push(took);
    inEngine.push(answer.engine.ms);
    engine = answer.engine.name;
    if (i % 100 === 0) progress(`${i - warmup}/${count}: ${round(took)} ms`);
  }
  const visible = await updatesVisible(nurse.hub);
  nurse.stop();
  const byQuestion = QUESTIONS.map((_, q) =>
    round(
      percentile(
        whole.filter((_, i) => (i + warmup) % QUESTIONS.length === q),
        0.5,
      ),
    ),
  );
  progress(`p50 of each question: ${byQuestion.join(" ")} ms`);
  result({
    bench: "search",
    engine,
    facilities,
    p50Ms: round(percentile(whole, 0.5)),
    p95Ms: round(percentile(whole, 0.95)),
    engineP95Ms: round(percentile(inEngine, 0.95)),
    updateVisibleP95Ms: round(percentile(visible, 0.95)),
  });
} finally {
  await stack.discard();
}
process.exit(0);

function search(hub: HubApi, { filters = {}, sort = "fit" }: Partial<Question>) {
  return hub.call("searchFacilities", { body: { filters, sort, limit: 20 } });
}

/** From the request that reports a vacancy to the answer of the first search that shows it. */
async function updatesVisible(hub: HubApi): Promise<number[]> {
  const { facilities: own } = await hub.call("listOwnFacilities");
  const [facility] = own;
  if (!facility) throw new Error("the nurse reports for no facility");
  const params = { facilityId: facility.id };
  const samples: number[] = [];
  for (let i = 1; i <= updates; i += 1) {
    const lines = [{ roomType: "place" as const, sex: "any" as const, count: i, availableFrom: null }];
    const began = performance.now();
    await hub.call("reportVacancy", { params, body: { lines, waiting: null, note: "" } });
    const filters = {
      text: facility.name,
      municipalities: [facility.municipality],
      services: [`${facility.system}:${facility.serviceType}`],
    };
    for (;;) {
      const { hits } = await search(hub, { filters });
      if (hits.some(({ id, vacancy }) => id === facility.id && vacancy.count === i)) break;
    }
    samples.push(performance.now() - began);
  }
  return samples;
}
