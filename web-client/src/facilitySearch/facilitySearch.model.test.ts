import type { FacilityHit, FacilitySearchResult } from "@tsunagi/contracts/rest/facilitySearch";
import { expect, it, vi } from "vitest";
import { FacilitySearchModel, MOST_CHOSEN, type SearchRequest } from "./facilitySearch.model.ts";
import { NO_FILTERS } from "./filtersAddress.ts";

const nothing = { total: 0, hits: [], relaxations: [] } as unknown as FacilitySearchResult;
const hit = (id: number) => ({ id: `svc_${id}` }) as unknown as FacilityHit;

function open(search: (request: SearchRequest) => Promise<FacilitySearchResult>) {
  const keep = vi.fn();
  const model = new FacilitySearchModel({ initial: { filters: NO_FILTERS, sort: "fit" }, search, keep, pauseMs: 0 });
  model.start();
  return { model, keep };
}

it("searches at once, and again when a filter changes, which the address keeps", async () => {
  const asked: SearchRequest[] = [];
  const { model, keep } = open(async (request) => {
    asked.push(request);
    return nothing;
  });
  model.change({ careLevel: "care4" });
  await vi.waitFor(() => expect(asked.at(-1)?.filters.careLevel).toBe("care4"));
  expect(keep).toHaveBeenLastCalledWith({ filters: { ...NO_FILTERS, careLevel: "care4" }, sort: "fit" });
});

it("never shows the answer of an earlier question after that of a later one", async () => {
  const answers: ((result: FacilitySearchResult) => void)[] = [];
  const { model } = open(() => new Promise((resolve) => answers.push(resolve)));
  void model.search();
  answers[1]?.({ ...nothing, total: 2 });
  answers[0]?.({ ...nothing, total: 1 });
  await vi.waitFor(() => expect(model.getSnapshot().searching).toBe(false));
  expect(model.getSnapshot().result?.total).toBe(2);
});

it("keeps what was found when the connection fails, and says so", async () => {
  let works = true;
  const { model } = open(async () => {
    if (!works) throw new Error("away");
    return { ...nothing, total: 3 };
  });
  await vi.waitFor(() => expect(model.getSnapshot().result?.total).toBe(3));
  works = false;
  await model.search();
  expect(model.getSnapshot()).toMatchObject({ result: { total: 3 }, searching: false });
  expect(model.getSnapshot().failure).toBeDefined();
});

it("keeps the chosen ones while filters change, and no more than one can follow", () => {
  const { model } = open(async () => nothing);
  for (let i = 0; i <= MOST_CHOSEN; i += 1) model.choose(hit(i), true);
  model.change({ text: "苑" });
  expect(model.getSnapshot().chosen.size).toBe(MOST_CHOSEN);
  model.choose(hit(0), false);
  expect(model.getSnapshot().chosen.has("svc_0")).toBe(false);
});
