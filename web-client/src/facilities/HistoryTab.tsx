import { roomTypes, vacancyCauses, vacancySexes } from "@tsunagi/contracts/codes/facilities";
import type { FacilityHistory } from "@tsunagi/contracts/rest/facilities";
import { History } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { actText } from "../audit/actText.ts";
import { Loader } from "../hub/loadable.ts";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { List, Row } from "../kit/List.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { EmptyState } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { useFieldName } from "./fieldNames.ts";
import { VacancyBadge } from "./VacancyBadge.tsx";

/** Who reported and changed what, newest first. */
export function HistoryTab({ facilityId }: { facilityId: string }) {
  const { hub } = useWorkplace();
  const [history, loader] = useViewModel(
    () =>
      new Loader((signal) => hub.call("facilityHistory", { params: { facilityId }, query: { limit: 100 }, signal })),
  );
  return (
    <Loaded of={history} onRetry={() => void loader.reload()}>
      {(loaded) => <HistoryView history={loaded} />}
    </Loaded>
  );
}

function HistoryView({ history }: { history: FacilityHistory }) {
  const { t } = useText();
  if (history.vacancies.length + history.changes.length === 0) {
    return (
      <EmptyState icon={History} title={t("facilities.historyNone")}>
        {t("facilities.historyNoneHint")}
      </EmptyState>
    );
  }
  const rows = [
    ...history.vacancies.map((report) => ({
      at: report.reportedAt,
      key: report.id,
      row: <ReportRow report={report} />,
    })),
    ...history.changes.map((change) => ({ at: change.at, key: change.at, row: <ChangeRow change={change} /> })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <List label={t("facilities.history")}>
      {rows.map(({ key, row }) => (
        <Keyed key={key}>{row}</Keyed>
      ))}
    </List>
  );
}

const Keyed = ({ children }: { children: React.ReactNode }) => children;

function ReportRow({ report }: { report: FacilityHistory["vacancies"][number] }) {
  const { t, language } = useText();
  const lines = report.lines.map(
    ({ roomType, sex, count }) =>
      `${roomTypes.label(roomType, language)}｜${vacancySexes.label(sex, language)} ${t("facilities.places", { count })}`,
  );
  const by = report.by || t("facilities.byHub");
  return (
    <Row
      title={
        <>
          {vacancyCauses.label(report.cause, language)}
          <VacancyBadge vacancy={report} />
          {report.cause === "agreed" && <Badge tone="info">{t("facilities.byAgreement")}</Badge>}
        </>
      }
      subtitle={[formatDateTime(report.reportedAt, language), by, ...lines, report.note].filter(Boolean).join("｜")}
    />
  );
}

function ChangeRow({ change }: { change: FacilityHistory["changes"][number] }) {
  const { t, language } = useText();
  const fieldName = useFieldName();
  const fields = change.fields.map(fieldName);
  return (
    <Row
      title={actText(change.action, t)}
      subtitle={[formatDateTime(change.at, language), change.by, fields.join("、")].filter(Boolean).join("｜")}
    />
  );
}
