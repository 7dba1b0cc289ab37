import { groupDigits } from "@tsunagi/contracts/deviceCode";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { List } from "../kit/List.tsx";
import styles from "./devices.module.css";
import type { OwnDevice } from "./ownDevices.ts";

export interface OwnDevicesViewProps {
  readonly devices: readonly OwnDevice[];
  readonly onCompare?: (device: OwnDevice) => void;
  readonly onSignOut: (device: OwnDevice) => void;
}

/** Somebody's devices: their codes, and what can be done with those that are not this one. */
export function OwnDevicesView({ devices, onCompare, onSignOut }: OwnDevicesViewProps) {
  const { t, language } = useText();
  return (
    <List label={t("devices.ownTitle")}>
      {devices.map((device) => (
        <li key={device.deviceId} className={styles["device"]}>
          <div className={styles["head"]}>
            <span className={styles["name"]}>{device.displayName || t("devices.unnamed")}</span>
            {device.current && <Badge tone="primary">{t("devices.thisDevice")}</Badge>}
            <Badge tone={device.state === "approved" ? "success" : "warning"}>
              {t(`devices.state${device.state}`)}
            </Badge>
          </div>
          <p className={styles["muted"]}>
            {t("devices.codeLabel")} <span className={styles["code"]}>{groupDigits(device.code)}</span>
            {device.lastSeenAt && (
              <>
                <br />
                {t("devices.lastSeen", { at: formatDateTime(device.lastSeenAt, language) })}
              </>
            )}
          </p>
          {!device.current && (
            <div className={styles["actions"]}>
              <Button size="small" onClick={() => onSignOut(device)}>
                {t("devices.signOutOther")}
              </Button>
              {device.state === "waiting" && onCompare && (
                <Button size="small" variant="primary" onClick={() => onCompare(device)}>
                  {t("devices.compare")}
                </Button>
              )}
            </div>
          )}
        </li>
      ))}
    </List>
  );
}
