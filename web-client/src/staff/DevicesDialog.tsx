import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { OwnDevicesView } from "../devices/OwnDevices.view.tsx";
import type { OwnDevice } from "../devices/ownDevices.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

export interface DevicesDialogProps {
  readonly member: StaffMemberView;
  /** It is done: what to say. */
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** A member's devices: a lost one is signed out for them. */
export function DevicesDialog({ member, onDone, onClose }: DevicesDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [lost, setLost] = useState<OwnDevice>();
  const params = { staffId: member.id };
  const [list, loader] = useViewModel(
    () =>
      new Loader(async (signal) => {
        const { devices } = await hub.call("listDevicesOf", { params, signal });
        return devices.map((device): OwnDevice => ({ ...device, comparable: false }));
      }),
  );
  if (lost)
    return (
      <ReasonDialog
        title={t("devices.signOutOtherTitle", { name: lost.displayName || t("devices.unnamed") })}
        confirmLabel={t("devices.signOutOther")}
        busyLabel={t("session.signingOut")}
        submit={async (_reason, signal) => {
          await hub.call("signOutDeviceOf", { params: { ...params, deviceId: lost.deviceId }, signal });
          onDone(t("devices.signedOutOther"));
        }}
        onClose={() => setLost(undefined)}
      >
        {t("devices.signOutOfText")}
      </ReasonDialog>
    );
  const name = `${member.familyName} ${member.givenName}`;
  return (
    <Dialog
      title={t("devices.ofTitle", { name })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t("common.close")}</Button>}
    >
      <Loaded of={list} onRetry={() => void loader.reload()}>
        {(devices) =>
          devices.length === 0 ? <p>{t("devices.ofNone")}</p> : <OwnDevicesView devices={devices} onSignOut={setLost} />
        }
      </Loaded>
    </Dialog>
  );
}
