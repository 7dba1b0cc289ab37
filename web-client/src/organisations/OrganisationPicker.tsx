import { useText } from "../i18n/text.ts";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { OrganisationsView } from "./Organisations.view.tsx";
import { useOrganisations } from "./useOrganisations.ts";

export interface OrganisationPickerProps {
  readonly title: string;
  readonly hrefOf: (organisationId: string) => string;
}

/** Choosing the organisation whose staff or log one wants to see; for the network's administrator. */
export function OrganisationPicker({ title, hrefOf }: OrganisationPickerProps) {
  const { t } = useText();
  const [snapshot, model] = useOrganisations();
  useDocumentTitle(title);
  return (
    <Page title={title} subtitle={t("staff.choose")} back="/admin">
      <OrganisationsView
        snapshot={snapshot}
        onFilter={model.filter}
        onNext={() => void model.next()}
        onRetry={() => void model.reload()}
        hrefOf={({ id }) => hrefOf(id)}
      />
    </Page>
  );
}
