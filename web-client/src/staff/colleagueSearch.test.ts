import type { Colleague } from "@tsunagi/contracts/rest/staff";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HubUnreachable } from "../hub/errors.ts";
import { ColleagueSearch } from "./colleagueSearch.model.ts";

const nurse = {
  staffId: "stf_n",
  familyName: "看谷",
  givenName: "さくら",
  jobs: [
    { organisationId: "org_a", organisationName: "かのがわ", role: "visitingNurse" },
    { organisationId: "org_a", organisationName: "かのがわ", role: "facilityAdmin" },
    { organisationId: "org_b", organisationName: "中央病院", role: "nurse" },
  ],
} as unknown as Colleague;
const administrator = {
  staffId: "stf_a",
  jobs: [{ organisationId: "org_a", organisationName: "かのがわ", role: "facilityAdmin" }],
} as unknown as Colleague;

describe("finding colleagues", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = (search: (query: { text: string }) => Promise<readonly Colleague[]>) => {
    const model = new ColleagueSearch({ search, professionalsOnly: true });
    model.start();
    return model;
  };

  it("asks once, when the typing has stopped", async () => {
    const search = vi.fn(async () => [nurse]);
    const model = start(search);
    for (const text of ["か", "かん", "かんや"]) model.set({ text });
    expect(model.getSnapshot().searching).toBe(true);
    await vi.advanceTimersByTimeAsync(300);
    expect(search).toHaveBeenCalledTimes(1);
    expect(search).toHaveBeenCalledWith({ text: "かんや" }, expect.anything());
  });

  it("gives one row for each place somebody works at, with their professions there", async () => {
    const model = start(async () => [nurse, administrator]);
    model.set({ text: "か" });
    await vi.advanceTimersByTimeAsync(300);
    const rows = model.getSnapshot().found?.map(({ organisationName, roles }) => [organisationName, roles]);
    expect(rows).toEqual([
      ["かのがわ", ["visitingNurse"]],
      ["中央病院", ["nurse"]],
    ]);
  });

  it("throws an answer away that another question has overtaken", async () => {
    const answers = new Map<string, (found: readonly Colleague[]) => void>();
    const model = start(({ text }) => new Promise((resolve) => answers.set(text, resolve)));
    model.set({ text: "か" });
    await vi.advanceTimersByTimeAsync(300);
    model.set({ text: "かん" });
    await vi.advanceTimersByTimeAsync(300);
    answers.get("かん")?.([nurse]);
    await vi.advanceTimersByTimeAsync(0);
    answers.get("か")?.([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(model.getSnapshot().found).toHaveLength(2);
  });

  it("asks nobody for nothing", async () => {
    const search = vi.fn(async () => [nurse]);
    const model = start(search);
    model.set({ text: "か" });
    model.set({ text: " " });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(search).not.toHaveBeenCalled();
    expect(model.getSnapshot().found).toBeUndefined();
  });

  it("says that it is offline and keeps what was typed", async () => {
    const model = start(async () => {
      throw new HubUnreachable();
    });
    model.set({ text: "かん" });
    await vi.advanceTimersByTimeAsync(300);
    expect(model.getSnapshot()).toMatchObject({ text: "かん", searching: false, failure: { kind: "offline" } });
  });
});
