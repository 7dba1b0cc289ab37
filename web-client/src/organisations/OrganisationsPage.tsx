import { FileUp, Plus } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Inline, Page, useDocumentTitle } from "../kit/Page.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { AddOrganisationDialog } from "./AddOrganisationDialog.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { OrganisationsView } from "./Organisations.view.tsx";
import { useOrganisations } from "./useOrganisations.ts";

/** The organisations of the network: looking, adding, importing. */
export function OrganisationsPage() {
  const { t } = useText();
  const { session } = useWorkplace();
  const toasts = useToasts();
  const [open, setOpen] = useState<"add" | "import">();
  const [snapshot, model] = useOrganisations();
  useDocumentTitle(t("organisations.title"));
  const close = () => setOpen(undefined);
  return (
    <Page title={t("organisations.title")} back="/admin">
      {session.permissions.includes("organisation.manage") && (
        <Inline>
          <Button variant="primary" icon={FileUp} onClick={() => setOpen("import")}>
            {t("organisations.importOpen")}
          </Button>
          <Button icon={Plus} onClick={() => setOpen("add")}>
            {t("organisations.add")}
          </Button>
        </Inline>
      )}
      <OrganisationsView
        snapshot={snapshot}
        onFilter={model.filter}
        onNext={() => void model.next()}
        onRetry={() => void model.reload()}
        hrefOf={({ id }) => `/admin/staff/${id}`}
      />
      {open === "add" && (
        <AddOrganisationDialog
          onAdded={({ name }) => {
            close();
            toasts.show({ text: t("organisations.added", { name }) });
            void model.reload();
          }}
          onClose={close}
        />
      )}
      {open === "import" && <ImportDialog onImported={() => void model.reload()} onClose={close} />}
    </Page>
  );
}
