import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { DisclosureLog } from "../negotiation/DisclosureLog.tsx";
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
      <Disclosed personId={personId} />
    </>
  );
}

/** To which facilities something of this person was disclosed. */
function Disclosed({ personId }: { personId: string }) {
  const { hub } = useWorkplace();
  const [log, loader] = useViewModel(
    () => new Loader((signal) => hub.call("listDisclosures", { params: { personId }, signal })),
  );
  return (
    <Loaded of={log} onRetry={() => void loader.reload()}>
      {({ disclosures }) => <DisclosureLog disclosures={disclosures} />}
    </Loaded>
  );
}
