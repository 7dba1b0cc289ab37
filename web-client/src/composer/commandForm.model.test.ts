import { describe, expect, it, vi } from "vitest";
import { CommandFormModel } from "./commandForm.model.ts";
import { correct, note } from "./testCommands.ts";

describe("a command's form", () => {
  it("says at once what can never be right, and what is missing only when it is sent", () => {
    const form = new CommandFormModel({ command: note, known: {} }, vi.fn());
    form.set("text", "あ".repeat(21));
    expect(form.getSnapshot().problems).toEqual({ text: { kind: "tooLong", most: 20, now: 21 } });
    form.set("text", "庭の花");
    expect(form.getSnapshot().problems).toEqual({});
    expect(form.submit()).toBe(false);
    expect(form.getSnapshot()).toMatchObject({ problems: { kind: { kind: "missing" } }, refusals: 1 });
    form.set("kind", "wishes");
    expect(form.getSnapshot().problems).toEqual({});
  });

  it("sends what was known together with what was typed", () => {
    const send = vi.fn();
    const form = new CommandFormModel(
      { command: correct, known: { record: "rec_1" }, initial: { text: "全量" } },
      send,
    );
    form.set("text", "半分");
    expect(form.submit()).toBe(true);
    expect(send).toHaveBeenCalledWith({ record: "rec_1", text: "半分" });
  });
});
