import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { Banner } from "../kit/State.tsx";
import { DeviceCode } from "../session/DeviceCode.tsx";
import type { OwnDevice } from "./ownDevices.ts";

export interface CompareDialogProps {
  readonly device: OwnDevice;
  readonly onApproved: () => void;
  readonly onClose: () => void;
}

/** Approving another device of one's own: the same code on both screens, then this device signs it. */
export function CompareDialog({
  device,
  onPictures,
  onApproved,
  onClose,
}: CompareDialogProps & { onPictures: () => void }) {
  const { t } = useText();
  const { account } = useWorkplace();
  return (
    <ReasonDialog
      title={t("devices.compareTitle")}
      confirmLabel={t("devices.compareSame")}
      busyLabel={t("devices.comparing")}
      danger={false}
      submit={async () => {
        await account.crossSign(device.deviceId);
        onApproved();
      }}
      onClose={onClose}
    >
      <p>{t("devices.compareText")}</p>
      <DeviceCode code={device.code} label={device.displayName || t("devices.unnamed")} />
      <Button variant="quiet" onClick={onPictures}>
        {t("devices.picturesUse")}
      </Button>
      <Banner tone="warning">{t("devices.compareMismatch")}</Banner>
    </ReasonDialog>
  );
}
