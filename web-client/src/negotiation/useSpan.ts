import { useText } from "../i18n/text.ts";
import { spanOf } from "./board.ts";

/** How long something took, in words. */
export function useSpan(): (minutes: number | null) => string {
  const { t } = useText();
  return (minutes) => {
    if (minutes === null) return t("negotiation.timeNone");
    const { unit, count } = spanOf(minutes);
    return t(`negotiation.${unit}`, { count });
  };
}
