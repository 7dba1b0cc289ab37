import type { ItemSpec } from "@tsunagi/contracts/emergencyCard";
import { useText } from "../i18n/text.ts";
import { type Answered, entryText } from "./card.ts";

/** An item as text: its entries below each other, or in words that there is none or that nobody knows. */
export function AnswerText({ answer, spec }: { answer: Answered; spec: ItemSpec }) {
  const { t, language } = useText();
  if (answer.state !== "known") return t(`emergency.${answer.state}`);
  return (answer.entries ?? []).map((entry, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: entries have no names of their own and do not move
    <p key={i}>{entryText(entry, spec, language) || t("emergency.filled")}</p>
  ));
}
