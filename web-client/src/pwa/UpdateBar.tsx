import { RefreshCw } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { useSnapshot } from "../kit/useViewModel.ts";
import styles from "./UpdateBar.module.css";
import type { Updates } from "./updates.model.ts";

/** Says that a newer version is here; nothing happens until the person takes it. */
export function UpdateBar({ updates }: { updates: Updates }) {
  const { t } = useText();
  const { ready } = useSnapshot(updates);
  return (
    <div role="status">
      {ready && (
        <p className={styles["bar"]}>
          {t("app.newVersion")}
          <Button size="small" icon={RefreshCw} onClick={updates.use}>
            {t("app.useNewVersion")}
          </Button>
        </p>
      )}
    </div>
  );
}
