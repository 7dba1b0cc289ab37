import { MonitorSmartphone } from "lucide-react";
import { Link, useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./devices.module.css";
import { WaitingDevices } from "./waiting.model.ts";

const PLACE = "/settings/devices";

/** Says at once that another device was signed in with one's password: approve it, or throw it out. */
export function WaitingNotice() {
  const { t } = useText();
  const { account } = useWorkplace();
  const [path] = useLocation();
  const [waiting] = useViewModel(() => new WaitingDevices(account));
  return (
    <div role="status">
      {waiting.length > 0 && path !== PLACE && (
        <p className={styles["notice"]}>
          <MonitorSmartphone size={18} aria-hidden />
          <span>{t("devices.noticeText")}</span>
          <Link href={PLACE} className={styles["noticeLink"] ?? ""}>
            {t("devices.noticeOpen")}
          </Link>
        </p>
      )}
    </div>
  );
}
