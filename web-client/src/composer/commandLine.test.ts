import { expect, it } from "vitest";
import { readLine } from "./commandLine.ts";
import { commands } from "./testCommands.ts";

const read = (text: string) => readLine(text, commands);

it("ordinary talk, and a name still being typed, are left alone", () => {
  expect(read("お変わりありません")).toBeNull();
  expect(read("/きろ")).toBeNull();
  expect(read("/記録")).toBeNull();
});

it("a name that is none is said at once, with the nearest there is", () => {
  expect(read("/nota 日常")).toMatchObject({ kind: "unknown", name: "nota", nearest: { name: "note" } });
  expect(read("/天気予報図")).toMatchObject({ kind: "unknown", nearest: null });
});

it("says what comes next", () => {
  expect(read("/note ")).toMatchObject({ kind: "known", next: { name: "kind" }, wrong: null });
  expect(read("/記録 日常生活 ")).toMatchObject({ next: { name: "text" }, wrong: null });
  expect(read("/記録 日常生活 昼食を全量")).toMatchObject({ wrong: null });
});

it("a word that can never be right is marked as it is typed", () => {
  expect(read("/記録 夕食 全量")).toMatchObject({
    wrong: { argument: { name: "kind" }, problem: { kind: "notAChoice" } },
  });
});
