import type { ImportPreview } from "@tsunagi/contracts/rest/handover";
import { describe, expect, it } from "vitest";
import { HubUnreachable } from "../hub/errors.ts";
import { ImportModel } from "./import.model.ts";

const answer = (state: "blank" | "unknown" | "none" | "known") => ({ state, entries: [] });

const preview = (samePerson = true): ImportPreview =>
  ({
    source: { identifier: "urn:uuid:1", madeAt: "2026-11-25T00:00:00Z", madeBy: "みほん病院", digest: "0" },
    patient: { name: "試験 花子", birthDate: "1941-02-03" },
    samePerson,
    differences: [
      { section: "allergies", item: "allergies", now: answer("known"), offered: answer("known") },
      { section: "allergies", item: "contraindicated", now: answer("blank"), offered: answer("none") },
      { section: "conditions", item: "history", now: answer("unknown"), offered: answer("known") },
    ],
    leftOut: [],
    versions: { allergies: 2, conditions: 0 },
  }) as unknown as ImportPreview;

/** A hub that answers with these, in this order, and remembers what it was asked. */
function hubWith(...answers: (object | Error)[]) {
  const asked: { name: string; query: unknown }[] = [];
  const call = async (name: string, input: { query?: unknown }) => {
    asked.push({ name, query: input.query });
    const given = answers.shift();
    if (given instanceof Error) throw given;
    return given;
  };
  return { asked, model: new ImportModel({ hub: { call } as never, personId: "per_1" }) };
}
const file = new Blob(["{}"]);

describe("taking over another system's data", () => {
  it("ticks beforehand only what takes nothing away from the card", async () => {
    const { model } = hubWith(preview());
    await model.read(file);
    expect(model.getSnapshot().chosen).toEqual(["contraindicated", "history"]);
  });

  it("ticks nothing of a file that may be about somebody else", async () => {
    const { model } = hubWith(preview(false));
    await model.read(file);
    expect(model.getSnapshot().chosen).toEqual([]);
  });

  it("asks for what is ticked, against the card as it was compared", async () => {
    const { model, asked } = hubWith(preview(), { saved: true });
    await model.read(file);
    model.choose("history", false);
    model.choose("allergies", true);
    expect(await model.take()).toEqual({ saved: true });
    expect(asked[1]).toEqual({
      name: "importCard",
      query: { items: "contraindicated,allergies", versions: "allergies:2,conditions:0" },
    });
  });

  it("keeps what was ticked when the line breaks, and says so", async () => {
    const { model } = hubWith(preview(), new HubUnreachable(new Error("no line")));
    await model.read(file);
    expect(await model.take()).toBeUndefined();
    expect(model.getSnapshot()).toMatchObject({
      state: "ready",
      chosen: ["contraindicated", "history"],
      failure: { kind: "offline" },
    });
  });
});
