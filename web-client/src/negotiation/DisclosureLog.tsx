import { disclosureItems } from "@tsunagi/contracts/codes/negotiation";
import type { DisclosureView } from "@tsunagi/contracts/rest/negotiation";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Card } from "../kit/Card.tsx";
import styles from "./negotiation.module.css";

/** To whom what was given, when, by whom. */
export function DisclosureLog({ disclosures }: { disclosures: readonly DisclosureView[] }) {
  const { t, language } = useText();
  return (
    <Card title={t("negotiation.disclosures")}>
      {disclosures.length === 0 && <p>{t("negotiation.disclosuresNone")}</p>}
      <ul className={styles["plainList"]}>
        {disclosures.map((one) => (
          <li key={`${one.at} ${one.recipient}`}>
            <strong>{one.recipient}</strong> {one.endedAt && <Badge>{t("negotiation.ended")}</Badge>}
            <br />
            {one.items.map((item) => disclosureItems.label(item, language)).join("・")}
            <br />
            <span className={styles["when"]}>{`${formatDateTime(one.at, language)}　${one.by}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
