import type { OpenDataImportView } from "@tsunagi/contracts/rest/organisations";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ImportModel, type ImportPort } from "./import.model.ts";

const run = (change: Partial<OpenDataImportView> = {}): OpenDataImportView =>
  ({
    id: "imp_1",
    state: "running",
    bytesTotal: 10,
    bytesRead: 0,
    rows: 0,
    rejected: 0,
    ...change,
  }) as OpenDataImportView;
const file = new File(["x"], "a.csv");

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function modelWith(port: Partial<ImportPort>, onDone = () => undefined): ImportModel {
  const model = new ImportModel(
    {
      start: async () => run({ state: "waiting" }),
      load: async () => run({ state: "done" }),
      read: async () => run(),
      rejections: async () => ({ rejections: [], more: false }),
      ...port,
    },
    onDone,
  );
  model.start();
  return model;
}

it("shows how far the hub is while the file is on its way, and what it did afterwards", async () => {
  let finish: (done: OpenDataImportView) => void = () => undefined;
  const done = vi.fn();
  const model = modelWith(
    {
      load: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
      read: async () => run({ bytesRead: 4, rows: 7 }),
    },
    done,
  );
  const sending = model.send(file);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(model.getSnapshot()).toMatchObject({ busy: true, run: { bytesRead: 4, rows: 7 } });
  expect(done).not.toHaveBeenCalled();
  finish(run({ state: "done", rows: 9 }));
  await sending;
  expect(model.getSnapshot()).toMatchObject({ busy: false, run: { state: "done", rows: 9 } });
  expect(done).toHaveBeenCalledOnce();
});

it("asks for the rows that were not taken page by page, each once", async () => {
  const asked: number[] = [];
  const model = modelWith({
    load: async () => run({ state: "done", rejected: 2 }),
    rejections: async (_, after) => {
      asked.push(after);
      const line = after + 5;
      return { rejections: [{ line, ja: "理由", en: "why" }], more: after === 0 };
    },
  });
  await model.send(file);
  expect(model.getSnapshot()).toMatchObject({ rejections: [{ line: 5 }], moreRejections: true });
  await model.nextRejections();
  await model.nextRejections();
  expect(asked).toEqual([0, 5]);
  expect(model.getSnapshot()).toMatchObject({ rejections: [{ line: 5 }, { line: 10 }], moreRejections: false });
});

it("says what went wrong and can be tried again", async () => {
  const load = vi
    .fn<ImportPort["load"]>()
    .mockRejectedValueOnce(new Error("lost"))
    .mockResolvedValue(run({ state: "done" }));
  const model = modelWith({ load });
  await model.send(file);
  expect(model.getSnapshot().failure).toBeDefined();
  await model.send(file);
  expect(model.getSnapshot()).toMatchObject({ failure: undefined, run: { state: "done" } });
});
