import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { describe, expect, it, vi } from "vitest";
import { HubUnreachable } from "../hub/errors.ts";
import { RecordsModel, type RecordsQuery } from "./records.model.ts";

const record = (id: string): CareRecordView =>
  ({ id, occurredAt: `2026-11-22T00:00:0${id}.000Z` }) as unknown as CareRecordView;
const ids = (model: RecordsModel) => model.getSnapshot().records?.map(({ id }) => id);
const settled = () => vi.waitFor(() => undefined);

describe("the list of records", () => {
  it("puts older pages behind the newer ones, asking for what is before the last", async () => {
    const asked: RecordsQuery[] = [];
    const model = new RecordsModel(async (query) => {
      asked.push(query);
      return query.before
        ? { records: [record("3")], more: false }
        : { records: [record("1"), record("2")], more: true };
    });
    model.start();
    await vi.waitFor(() => expect(ids(model)).toEqual(["1", "2"]));
    await model.older();
    expect(ids(model)).toEqual(["1", "2", "3"]);
    expect(asked[1]?.before).toBe(record("2").occurredAt);
    await model.older();
    expect(asked).toHaveLength(2);
  });

  it("begins anew when the filter changes, and throws the older answer away", async () => {
    const answers: ((id: string) => void)[] = [];
    const model = new RecordsModel(
      () => new Promise((resolve) => answers.push((id) => resolve({ records: [record(id)], more: false }))),
    );
    model.start();
    model.filter({ kind: "wishes" });
    answers[1]?.("2");
    await vi.waitFor(() => expect(ids(model)).toEqual(["2"]));
    answers[0]?.("1");
    await settled();
    expect(ids(model)).toEqual(["2"]);
  });

  it("keeps what is shown when the next page does not come", async () => {
    let broken = false;
    const model = new RecordsModel(async () => {
      if (broken) throw new HubUnreachable();
      return { records: [record("1")], more: true };
    });
    model.start();
    await vi.waitFor(() => expect(ids(model)).toEqual(["1"]));
    broken = true;
    await model.older();
    expect(model.getSnapshot()).toMatchObject({ loading: false, failure: { kind: "offline" } });
    expect(ids(model)).toEqual(["1"]);
  });

  it("leaves out of the question what is not filtered by", async () => {
    const list = vi.fn(async () => ({ records: [], more: false }));
    new RecordsModel(list).start();
    expect(list).toHaveBeenCalledWith({ history: "current", limit: 20 }, expect.anything());
  });
});
