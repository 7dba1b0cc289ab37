import type { FacilityProfile } from "@tsunagi/contracts/rest/facilities";
import type { Translate } from "../i18n/keys.ts";

const YEN = new Intl.NumberFormat("ja-JP");

/** What a month costs, as far as it was said; undefined when nothing was. */
export function costText(
  { monthlyCostFrom, monthlyCostTo, costNote }: Pick<FacilityProfile, "monthlyCostFrom" | "monthlyCostTo" | "costNote">,
  t: Translate,
): string | undefined {
  const range = rangeText(monthlyCostFrom, monthlyCostTo, t);
  const parts = [range, costNote].filter((part) => part !== "");
  return parts.length > 0 ? parts.join("｜") : undefined;
}

function rangeText(from: number | null, to: number | null, t: Translate): string {
  if (from !== null && to !== null) return t("facilities.yen", { from: YEN.format(from), to: YEN.format(to) });
  if (from !== null) return t("facilities.yenFrom", { from: YEN.format(from) });
  return to === null ? "" : t("facilities.yenTo", { to: YEN.format(to) });
}
