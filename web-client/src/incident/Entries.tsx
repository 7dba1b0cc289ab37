import { jcsLevels } from "@tsunagi/contracts/codes/emergency";
import { incidentTimes, interventions } from "@tsunagi/contracts/codes/incident";
import type { IncidentEntryContent, IncidentEntryView } from "@tsunagi/contracts/rest/incident";
import { useState } from "react";
import { formatTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { cx } from "../kit/cx.ts";
import styles from "./incident.module.css";

interface Props {
  readonly entries: readonly IncidentEntryView[];
  /** Left out = only to be read. */
  readonly onCancel?: (id: string) => void;
}

/** The timeline, newest first; what was cancelled stays to be seen. */
export function Entries({ entries, onCancel }: Props) {
  const { t, language } = useText();
  const words = useEntryWords();
  const [asked, ask] = useState<IncidentEntryView>();
  return (
    <Card title={t("incident.entries")}>
      {entries.length === 0 && <p>{t("incident.noEntries")}</p>}
      <ul className={styles["list"]}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles["line"]}>
            <div>
              <p className={cx(entry.cancelled && styles["cancelled"])}>{words(entry.content)}</p>
              <p className={styles["time"]}>
                {formatTime(entry.occurredAt, language)}　{entry.by}
                {entry.cancelled && `　${t("incident.cancelled")}`}
              </p>
            </div>
            {onCancel && !entry.cancelled && (
              <Button size="small" onClick={() => ask(entry)}>
                {t("incident.cancel")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onCancel && asked && (
        <ConfirmDialog
          title={t("incident.cancelAsk")}
          confirmLabel={t("incident.cancelDo")}
          danger
          onConfirm={() => {
            onCancel(asked.id);
            ask(undefined);
          }}
          onCancel={() => ask(undefined)}
        >
          <p>{words(asked.content)}</p>
          <p>{t("incident.cancelHint")}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}

/** An entry or vitals in words, in the page's language. */
export function useEntryWords(): (content: IncidentEntryContent) => string {
  const { t, language } = useText();
  return (content) => {
    switch (content.kind) {
      case "jcs":
        return `JCS ${jcsLevels.label(content.level, language)}`;
      case "gcs":
        return `GCS E${content.eye}V${content.verbal}M${content.motor} = ${content.eye + content.verbal + content.motor}`;
      case "intervention":
        return interventions.label(content.what, language);
      case "time":
        return incidentTimes.label(content.what, language);
      case "note":
        return content.text;
      case "vitals": {
        const { kind: _, ...values } = content;
        return (Object.keys(values) as (keyof typeof values)[])
          .filter((name) => values[name] !== null)
          .map((name) => `${t(`incident.${name}`)} ${values[name]}`)
          .join("、");
      }
    }
  };
}
