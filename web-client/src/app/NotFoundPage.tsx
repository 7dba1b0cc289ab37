import { Compass } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { EmptyState } from "../kit/State.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useText();
  useDocumentTitle(t("app.notFoundTitle"));
  return (
    <Page title={t("app.notFoundTitle")}>
      <EmptyState icon={Compass} title={t("app.notFoundTitle")}>
        {t("app.notFoundText")}
      </EmptyState>
    </Page>
  );
}
