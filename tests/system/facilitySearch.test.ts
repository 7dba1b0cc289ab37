import { afterAll, beforeAll, expect, it } from "vitest";
import { demoPerson } from "../env/demoPerson.ts";
import { MeiliDouble } from "../env/meili/double.ts";
import type { Person } from "../env/person.ts";
import { type ThrowawayStack, throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";

/** The stand-in of a Meilisearch server: what is tested here is the hub, which must lose nothing. */
const engine = new MeiliDouble();
let stack: ThrowawayStack;
let nurse: Person;
let facility: { id: string; name: string };

beforeAll(async () => {
  stack = await throwawayStack({ durable: true, hubEnv: { MEILI_URL: await engine.start() } });
  nurse = await demoPerson(stack, "nurse");
  const { facilities } = await nurse.hub.call("listOwnFacilities");
  facility = facilities[0] ?? { id: "", name: "" };
});
afterAll(async () => {
  nurse.stop();
  await stack.discard();
  await engine.stop();
});

async function report(count: number): Promise<void> {
  const lines = count > 0 ? [{ roomType: "place" as const, sex: "any" as const, count, availableFrom: null }] : [];
  const body = { lines, waiting: null, note: "" };
  await nurse.hub.call("reportVacancy", { params: { facilityId: facility.id }, body } as never);
}

/** What a search says of the facility's places; undefined while the search is not ready. */
async function placesFound(): Promise<{ count: number | undefined; engine: string } | undefined> {
  const body = { filters: { text: facility.name, includeUnknown: true } };
  const answer = await nurse.hub.call("searchFacilities", { body }).catch(() => undefined);
  return (
    answer && { count: answer.hits.find(({ id }) => id === facility.id)?.vacancy.count, engine: answer.engine.name }
  );
}

const finds = (count: number, name: "embedded" | "meilisearch") =>
  until(`a search finds ${count} places`, async () => {
    const found = await placesFound();
    return found?.count === count && found.engine === name ? found : undefined;
  });

it("shows a reported vacancy in the next searches", async () => {
  await report(2);
  await finds(2, "meilisearch");
});

it("loses no vacancy when the engine is away and the hub is killed between commit and index", async () => {
  engine.away = true;
  await report(7);
  await stack.killHub();
  engine.away = false;
  await stack.startHub();
  await finds(7, "meilisearch");
});

it("goes on without the engine, and says so, until it is back", async () => {
  engine.away = true;
  const body = { filters: {} };
  const response = await nurse.hub.raw("searchFacilities", { body });
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([503, "searchNotReady"]);
  await report(4);
  engine.away = false;
  await finds(4, "meilisearch");
});

it("reads everything again at the start when the search lives in the hub's own memory", async () => {
  stack.hubEnv["MEILI_URL"] = "";
  await report(9);
  await stack.killHub(); // with or without the memory updated: it is gone
  await stack.startHub();
  await finds(9, "embedded");
  await report(1);
  await finds(1, "embedded");
});
