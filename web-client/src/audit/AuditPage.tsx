import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Select } from "../kit/Choice.tsx";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { OrganisationPicker } from "../organisations/OrganisationPicker.tsx";
import { useNameFromList } from "../organisations/useNameFromList.ts";
import { administeredBy } from "../staff/administered.ts";
import { AuditView } from "./Audit.view.tsx";
import { AuditList } from "./auditList.model.ts";

/** What the staff of an organisation did; the network's administrator chooses which organisation. */
export function AuditPage({ organisationId }: { organisationId: string | undefined }) {
  const { t } = useText();
  const { session } = useWorkplace();
  const { everywhere, organisations } = administeredBy(session);
  const fromList = useNameFromList();
  const chosen = organisationId ?? (everywhere ? undefined : organisations[0]?.id);
  if (!chosen) return <OrganisationPicker title={t("audit.title")} hrefOf={(id) => `/admin/audit/${id}`} />;
  const name = fromList ?? organisations.find(({ id }) => id === chosen)?.name;
  return <OrganisationAudit organisationId={chosen} name={name} back={everywhere ? "/admin/audit" : "/admin"} />;
}

interface OrganisationAuditProps {
  readonly organisationId: string;
  readonly name: string | undefined;
  readonly back: string;
}

function OrganisationAudit({ organisationId, name, back }: OrganisationAuditProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [snapshot, model] = useViewModel(
    () => new AuditList((query, signal) => hub.call("reviewAudit", { params: { organisationId }, query, signal })),
  );
  useDocumentTitle(t("audit.title"));
  return (
    <Page title={t("audit.title")} subtitle={name} back={back}>
      <Select
        label={t("audit.outcome")}
        value={snapshot.outcome}
        onChange={model.filter}
        options={[
          { value: "allowed", label: t("audit.allowed") },
          { value: "denied", label: t("audit.denied") },
        ]}
        empty={t("audit.outcomeAll")}
      />
      <AuditView
        snapshot={snapshot}
        none={t(snapshot.outcome === "denied" ? "audit.noneDenied" : "audit.none")}
        onOlder={() => void model.older()}
        onRetry={() => void model.reload()}
      />
    </Page>
  );
}
