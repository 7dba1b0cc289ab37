import { fold } from "@tsunagi/contracts/fold";
import { NotebookText } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Choice.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { useSnapshot, useViewModel } from "../kit/useViewModel.ts";
import { RecordCard } from "../records/RecordCard.tsx";
import styles from "./finding.module.css";
import { wantedIn } from "./memoryIndex.ts";
import { RecordSearchModel } from "./recordSearch.model.ts";

const PAGE = 100;

/** Records of one person in one's care, looked through for words. @param roomId whose room is searched, "" = any */
export function RecordsSection({ text, roomId }: { text: string; roomId: string }) {
  const { t } = useText();
  const { hub, directory } = useWorkplace();
  const { rooms } = useSnapshot(directory);
  const people = [...rooms.values()].flatMap(({ personId, title }) =>
    personId === null ? [] : [{ value: personId as string, label: title }],
  );
  const [snapshot, model] = useViewModel(
    () =>
      new RecordSearchModel(
        (personId, before, signal) =>
          hub.call("listRecords", {
            params: { personId },
            query: { history: "current", limit: PAGE, ...(before ? { before } : {}) },
            signal,
          }),
        rooms.get(roomId)?.personId ?? "",
      ),
  );
  const { personId, records, more, loading, failure } = snapshot;
  const wanted = wantedIn(text);
  const found = records?.filter((record) => wanted.every((word) => fold(record.text).includes(word)));
  return (
    <section className={styles["padded"]}>
      <Select
        label={t("finding.recordsOf")}
        value={personId}
        options={people}
        empty={t("common.choose")}
        onChange={model.choose}
      />
      {records === undefined && (
        <>
          <p className={styles["note"]}>{t("finding.recordsHint")}</p>
          <Button
            icon={NotebookText}
            disabled={personId === ""}
            busy={loading && t("finding.recordsLoading")}
            onClick={() => void model.load()}
          >
            {t("finding.recordsLoad")}
          </Button>
        </>
      )}
      {failure && <FailureBanner failure={failure} onRetry={() => void model.load()} />}
      {found && (
        <>
          <p role="status" className={styles["note"]}>
            {t("finding.recordsSearched", { count: found.length, all: records?.length ?? 0 })}
          </p>
          {found.map((record) => (
            <RecordCard key={record.id} record={record} />
          ))}
          {more && (
            <Button busy={loading && t("finding.recordsLoading")} onClick={() => void model.load()}>
              {t("finding.recordsMore")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
