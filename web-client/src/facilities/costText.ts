import type { FacilityProfile } from "@tsunagi/contracts/rest/facilities";
import type { Translate } from "../i18n/keys.ts";

const YEN = new Intl.NumberFormat("ja-JP");

/** What a month costs, as far as it was said; undefined when nothing was. */
export function costText(
  { monthlyCostFrom, monthlyCostTo, costNote }: Pick<FacilityProfile, "monthlyCostFrom" | "monthlyCostTo" | "costNote">,
  t: Translate,
): string | undefined {
  const yen = (amount: number | null) => (amount === null ? "" : YEN.format(amount));
  const range =
    monthlyCostFrom === null && monthlyCostTo === null
      ? []
      : [t("facilities.yen", { from: yen(monthlyCostFrom), to: yen(monthlyCostTo) })];
  const parts = [...range, ...(costNote ? [costNote] : [])];
  return parts.length > 0 ? parts.join("｜") : undefined;
}
