import { declineReasons, enquiryActions, enquirySides } from "@tsunagi/contracts/codes/negotiation";
import type { EnquiryStepView } from "@tsunagi/contracts/rest/negotiation";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import styles from "./negotiation.module.css";

/** What both sides did, the newest first, folded away. */
export function Steps({ steps }: { steps: readonly EnquiryStepView[] }) {
  const { t, language } = useText();
  if (steps.length === 0) return null;
  return (
    <details className={styles["summary"]}>
      <summary>{t("negotiation.history")}</summary>
      <ol className={styles["steps"]}>
        {[...steps].reverse().map((step) => (
          <li key={step.at + step.action}>
            <span className={styles["when"]}>
              {`${formatDateTime(step.at, language)}　${enquirySides.label(step.side, language)}　${step.by}`}
            </span>
            <br />
            {enquiryActions.label(step.action, language)}
            {step.reason && `：${declineReasons.label(step.reason, language)}`}
            {step.dates.length > 0 && `：${step.dates.join("、")}`}
            {step.text && <p className={styles["words"]}>{step.text}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The last words the facility said: its conditions, its question, its reason. */
export function lastWords(steps: readonly EnquiryStepView[]): EnquiryStepView | undefined {
  return steps.findLast(
    (step) => step.side === "facility" && (step.text !== "" || step.reason || step.dates.length > 0),
  );
}
