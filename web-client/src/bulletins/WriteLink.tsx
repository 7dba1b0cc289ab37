import { PenLine } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../kit/Button.tsx";

/** To a new bulletin, for those who may write one. */
export function WriteLink() {
  const { t } = useText();
  const { session } = useWorkplace();
  if (!session.permissions.includes("bulletin.write")) return null;
  return (
    <ButtonLink href="/bulletins/new" variant="primary" size="small" icon={PenLine}>
      {t("bulletins.write")}
    </ButtonLink>
  );
}
