import { useText } from "../i18n/text.ts";
import { Stack } from "../kit/Page.tsx";
import { Banner, Busy } from "../kit/State.tsx";
import { DeviceCode } from "./DeviceCode.tsx";
import styles from "./frame.module.css";

/** The code of this device, and what to do with it. */
export function ApproveDeviceView({ code }: { code: string }) {
  const { t } = useText();
  return (
    <Stack>
      <DeviceCode code={code} label={t("session.approveCode")} />
      <Banner tone="warning">{t("session.approveNever")}</Banner>
      <p className={styles["muted"]}>{t("session.approveOther")}</p>
      <Busy>{t("session.approveWaiting")}</Busy>
    </Stack>
  );
}
