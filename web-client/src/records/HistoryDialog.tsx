import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { List } from "../kit/List.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { RecordCard } from "./RecordCard.tsx";

/** All versions of a record, newest first. */
export function HistoryDialog({ recordId, onClose }: { recordId: string; onClose: () => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [versions, loader] = useViewModel(
    () => new Loader((signal) => hub.call("readRecordHistory", { params: { recordId }, signal })),
  );
  return (
    <Dialog title={t("records.historyTitle")} onClose={onClose}>
      <Loaded of={versions} onRetry={() => void loader.reload()}>
        {(value) => (
          <List label={t("records.historyTitle")}>
            {value.versions.map((version) => (
              <li key={version.id}>
                <RecordCard record={version} />
              </li>
            ))}
          </List>
        )}
      </Loaded>
    </Dialog>
  );
}
