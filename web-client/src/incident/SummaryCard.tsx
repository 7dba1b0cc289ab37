import { type SummaryForm, summaryFileName } from "@tsunagi/contracts/codes/incident";
import type { IncidentSummaryOffer } from "@tsunagi/contracts/rest/incident";
import { ExternalLink, FileDown } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { dayOf, formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useAct } from "../kit/useAct.ts";
import { saveFile } from "../timeline/saveFile.ts";
import styles from "./incident.module.css";

/** What was handed over, to be taken away while it can be: as a file, or as a page of its own. */
export function SummaryCard({ of, code }: { of: NonNullable<IncidentSummaryOffer>; code: string }) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const { busy, failure, act } = useAct();
  const { incidentId } = of;
  const save = (form: SummaryForm) =>
    act(async () => {
      const name = summaryFileName(form, code, dayOf(Date.now()));
      saveFile(await hub.file("saveIncidentSummary", { params: { incidentId }, body: { form } }), name);
      toasts.show({ text: t("incident.summaryMade", { name }) });
    });
  return (
    <Card title={t("incident.summary")}>
      {failure && <FailureBanner failure={failure} />}
      <p>{t("incident.summaryUntil", { until: formatDateTime(of.until, language) })}</p>
      <Button variant="primary" wide icon={FileDown} disabled={busy} onClick={() => void save("pdf")}>
        {t("incident.summaryPdf")}
      </Button>
      <a className={styles["page"]} href={`/api/incidents/${incidentId}/summary/page`} target="_blank" rel="noopener">
        <ExternalLink size={20} aria-hidden />
        {t("incident.summaryPage")}
      </a>
    </Card>
  );
}
