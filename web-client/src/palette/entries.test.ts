import { describe, expect, it } from "vitest";
import { matching, type PaletteEntry, type PaletteGroup } from "./entries.ts";

const entry = (group: PaletteGroup, label: string, also = ""): PaletteEntry => ({
  id: label,
  group,
  label,
  note: "",
  also,
  run: () => undefined,
});
const names = (entries: readonly PaletteEntry[]) => entries.map(({ label }) => label);

describe("the palette", () => {
  const entries = [
    entry("actions", "すべて既読にする"),
    entry("rooms", "試験 とめ", "シケン トメ"),
    entry("rooms", "架空 花", "カクウ ハナ"),
    entry("rooms", "花井 架", "ハナイ カケル"),
    entry("pages", "設定", "/settings"),
  ];

  it("finds by name and kana of either kind, beginnings first", () => {
    expect(names(matching(entries, "ハナ"))).toEqual(["花井 架", "架空 花"]);
    expect(names(matching(entries, "ｶｸｳ"))).toEqual(["架空 花"]);
    expect(names(matching(entries, "settings"))).toEqual(["設定"]);
    expect(matching(entries, "ぞぞ")).toEqual([]);
  });

  it("shows conversations first, a few of them, before anything is typed", () => {
    const many = [...Array.from({ length: 20 }, (_, i) => entry("rooms", `部屋${i}`)), ...entries];
    expect(names(matching(many, ""))).toEqual([
      "部屋0",
      "部屋1",
      "部屋2",
      "部屋3",
      "部屋4",
      "設定",
      "すべて既読にする",
    ]);
  });
});
