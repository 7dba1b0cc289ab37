import { useEffect } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { PicturesView } from "../session/Pictures.view.tsx";
import type { CompareDialogProps } from "./CompareDialog.tsx";

/** Approving another device of one's own by comparing pictures: both devices answer, and both then hold one's keys. */
export function PicturesDialog({ device, onApproved, onClose }: CompareDialogProps) {
  const { t } = useText();
  const { account } = useWorkplace();
  const [snapshot, actions] = useViewModel(() => account.compareWith(device.deviceId));
  const done = snapshot.phase === "done";
  useEffect(() => {
    if (done) onApproved();
  }, [done, onApproved]);
  return (
    <Dialog
      narrow
      title={t("devices.picturesTitle")}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t("common.cancel")}</Button>}
    >
      <p>{t("devices.picturesText")}</p>
      <PicturesView snapshot={snapshot} actions={actions} />
    </Dialog>
  );
}
