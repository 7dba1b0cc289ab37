import { type RecordKind, recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { Ban, History, NotebookPen, Pencil } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Switch } from "../kit/Choice.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { List } from "../kit/List.tsx";
import { Menu } from "../kit/Menu.tsx";
import type { MenuItem } from "../kit/Sheet.tsx";
import { EmptyState, SkeletonList } from "../kit/State.tsx";
import { TextField } from "../kit/TextField.tsx";
import { RecordCard } from "./RecordCard.tsx";
import type { RecordFilter, RecordsSnapshot } from "./records.model.ts";
import styles from "./records.module.css";

export interface RecordsViewProps {
  readonly snapshot: RecordsSnapshot;
  readonly mayWrite: boolean;
  readonly mayAmend: (record: CareRecordView) => boolean;
  readonly onFilter: (change: Partial<RecordFilter>) => void;
  readonly onOlder: () => void;
  readonly onRetry: () => void;
  readonly onWrite: () => void;
  readonly onCorrect: (record: CareRecordView) => void;
  readonly onCancel: (record: CareRecordView) => void;
  readonly onHistory: (record: CareRecordView) => void;
}

/** A person's records with their filters, page by page. */
export function RecordsView(props: RecordsViewProps) {
  const { snapshot, mayWrite, onOlder, onRetry, onWrite } = props;
  const { records, loading, more, failure } = snapshot;
  const { t } = useText();
  return (
    <>
      {mayWrite && (
        <div className={styles["write"]}>
          <Button variant="primary" icon={NotebookPen} onClick={onWrite}>
            {t("records.write")}
          </Button>
        </div>
      )}
      <Filters {...props} />
      {failure && <FailureBanner failure={failure} onRetry={onRetry} />}
      {!records && loading && <SkeletonList label={t("common.loading")} rows={4} />}
      {records?.length === 0 && <NoRecords filter={snapshot.filter} />}
      {records && records.length > 0 && (
        <List label={t("records.title")}>
          {records.map((record) => (
            <li key={record.id}>
              <RecordCard record={record} menu={<RecordMenu {...props} record={record} />} />
            </li>
          ))}
        </List>
      )}
      {more && (
        <div className={styles["more"]}>
          <Button busy={loading && t("common.loading")} onClick={onOlder}>
            {t("common.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function NoRecords({ filter: { kind, since } }: { filter: RecordFilter }) {
  const { t } = useText();
  if (kind || since) return <EmptyState icon={NotebookPen} title={t("records.noneFiltered")} />;
  return (
    <EmptyState icon={NotebookPen} title={t("records.none")}>
      {t("records.noneHint")}
    </EmptyState>
  );
}

function Filters({ snapshot: { filter }, onFilter }: RecordsViewProps) {
  const { t, language } = useText();
  const kinds: readonly (RecordKind | "")[] = ["", ...recordKinds.codes];
  return (
    <div className={styles["filters"]}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of switches, nothing is sent */}
      <div className={styles["kinds"]} role="group" aria-label={t("records.kind")}>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles["kind"]}
            aria-pressed={filter.kind === kind}
            onClick={() => onFilter({ kind })}
          >
            {kind === "" ? t("records.kindAll") : recordKinds.label(kind, language)}
          </button>
        ))}
      </div>
      <details>
        <summary>{t("records.filter")}</summary>
        <div className={styles["bar"]}>
          <TextField
            label={t("records.since")}
            type="date"
            value={filter.since}
            onChange={(since) => onFilter({ since })}
          />
          <Switch
            label={t("records.showHistory")}
            checked={filter.history}
            onChange={(history) => onFilter({ history })}
          />
        </div>
      </details>
    </div>
  );
}

function RecordMenu(props: RecordsViewProps & { record: CareRecordView }) {
  const { record, mayAmend, onCorrect, onCancel, onHistory } = props;
  const { t } = useText();
  const amend: readonly MenuItem[] = mayAmend(record)
    ? [
        { label: t("records.correct"), icon: Pencil, onSelect: () => onCorrect(record) },
        { label: t("records.cancelRecord"), icon: Ban, danger: true, onSelect: () => onCancel(record) },
      ]
    : [];
  const history: readonly MenuItem[] =
    record.version > 1 || record.status === "superseded"
      ? [{ label: t("records.history"), icon: History, onSelect: () => onHistory(record) }]
      : [];
  const items = [...history, ...amend];
  return items.length > 0 && <Menu label={t("records.actions")} items={items} />;
}
