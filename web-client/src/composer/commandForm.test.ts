import { COMMAND_KEY } from "@tsunagi/contracts/events";
import { describe, expect, it } from "vitest";
import { askedFields, checkForm, commandContent } from "./commandForm.ts";
import { correct, help, note, records } from "./testCommands.ts";

const fieldNames = (fields: readonly { readonly name: string }[]) => fields.map(({ name }) => name);

describe("command forms", () => {
  it("ask for what is visible and not known yet", () => {
    expect(fieldNames(askedFields(note, {}))).toEqual(["kind", "text"]);
    expect(fieldNames(askedFields(correct, { record: "rec_1" }))).toEqual(["text"]);
    expect(askedFields(help, {})).toEqual([]);
  });

  it("check while one types", () => {
    const fields = askedFields(note, {});
    expect(checkForm(fields, {})).toEqual({ kind: { kind: "missing" }, text: { kind: "missing" } });
    expect(checkForm(fields, { kind: "wishes", text: "あ".repeat(21) })).toEqual({
      text: { kind: "tooLong", most: 20, now: 21 },
    });
    expect(checkForm(fields, { kind: "wishes", text: "庭の花の世話" })).toEqual({});
  });

  it("check days, and leave optional ones alone", () => {
    const fields = askedFields(records, {});
    expect(checkForm(fields, { since: "2026-02-30" })).toEqual({ since: { kind: "notADate" } });
    expect(checkForm(fields, { since: "2026-02-28" })).toEqual({});
    expect(checkForm(fields, { since: "" })).toEqual({});
  });

  it("become one message that the keeper and any other client can read", () => {
    const values = { kind: "dailyLife", text: "昼食を全量", message: "" };
    expect(commandContent(note, values, "ja")).toEqual({
      msgtype: "m.text",
      body: "/記録 日常生活 昼食を全量",
      [COMMAND_KEY]: { name: "note", arguments: { kind: "dailyLife", text: "昼食を全量" } },
    });
    expect(commandContent(note, values, "en")["body"]).toBe("/note Daily life 昼食を全量");
  });

  it("keep ids out of the words", () => {
    const content = commandContent(correct, { record: "rec_1", text: "半分" }, "ja");
    expect(content["body"]).toBe("/訂正 半分");
    expect(content[COMMAND_KEY]).toEqual({ name: "correct", arguments: { record: "rec_1", text: "半分" } });
  });
});
