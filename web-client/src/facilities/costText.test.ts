import { expect, it } from "vitest";
import type { Translate } from "../i18n/keys.ts";
import { costText } from "./costText.ts";

const t = ((key: string, values: Record<string, string>) => `${key} ${Object.values(values).join(" ")}`) as Translate;

it.each([
  [null, null, "", undefined],
  [null, null, "医療費は別", "医療費は別"],
  [90_000, null, "", "facilities.yenFrom 90,000"],
  [null, 120_000, "", "facilities.yenTo 120,000"],
  [90_000, 120_000, "医療費は別", "facilities.yen 90,000 120,000｜医療費は別"],
])("says what is known of %j to %j with the note %j", (monthlyCostFrom, monthlyCostTo, costNote, said) => {
  expect(costText({ monthlyCostFrom, monthlyCostTo, costNote }, t)).toBe(said);
});
