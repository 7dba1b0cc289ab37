import { CloudOff } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { useSnapshot } from "../kit/useViewModel.ts";
import styles from "./Shell.module.css";
import { useWorkplace } from "./services.ts";

/** Says that we are not connected, as long as that is so. */
export function OfflineBanner() {
  const { t } = useText();
  const { connection, account } = useWorkplace();
  const { online } = useSnapshot(connection);
  const matrix = useSnapshot(account.connection);
  return (
    <div role="status">
      {(!online || matrix === "offline") && (
        <p className={styles["offline"]}>
          <CloudOff size={18} aria-hidden />
          {t("app.offlineBanner")}
        </p>
      )}
    </div>
  );
}
