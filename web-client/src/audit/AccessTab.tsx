import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { AuditView } from "./Audit.view.tsx";
import { AuditList } from "./auditList.model.ts";

/** Who looked at this person's data, and who changed it. */
export function AccessTab({ personId }: { personId: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [snapshot, model] = useViewModel(
    () =>
      new AuditList(({ limit, before }, signal) =>
        hub.call("listAccess", { params: { personId }, query: { limit, ...(before ? { before } : {}) }, signal }),
      ),
  );
  return (
    <>
      <p>{t("audit.accessHint")}</p>
      <AuditView
        snapshot={snapshot}
        none={t("audit.accessNone")}
        hidePerson
        onOlder={() => void model.older()}
        onRetry={() => void model.reload()}
      />
    </>
  );
}
