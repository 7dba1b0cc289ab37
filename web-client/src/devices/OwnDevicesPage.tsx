import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { CompareDialog } from "./CompareDialog.tsx";
import { OwnDevicesView } from "./OwnDevices.view.tsx";
import { joinDevices, type OwnDevice } from "./ownDevices.ts";
import { PicturesDialog } from "./PicturesDialog.tsx";

const LOOK_AGAIN = 10_000;

/** One's own devices: codes, approving another one, signing a lost one out. */
export function OwnDevicesPage() {
  const { t } = useText();
  const { hub, account } = useWorkplace();
  const toasts = useToasts();
  const [open, setOpen] = useState<{
    readonly name: "compare" | "pictures" | "unable" | "signOut";
    readonly device: OwnDevice;
  }>();
  const [list, loader] = useViewModel(
    () =>
      new Loader(
        async (signal) => {
          const [{ devices }, known] = await Promise.all([
            hub.call("listOwnDevices", { signal }),
            account.ownDevices(),
          ]);
          return joinDevices(account.userId, devices, known);
        },
        { again: () => LOOK_AGAIN },
      ),
  );
  useDocumentTitle(t("devices.ownTitle"));
  const close = () => setOpen(undefined);
  const done = (text: string) => {
    close();
    toasts.show({ text });
    void loader.reload();
  };
  const compare = async (device: OwnDevice) => {
    const able = device.comparable && (await account.canCrossSign());
    setOpen({ name: able ? "compare" : "unable", device });
  };
  return (
    <Page title={t("devices.ownTitle")} back="/settings" narrow>
      <p>{t("devices.ownHint")}</p>
      <Loaded of={list} onRetry={() => void loader.reload()}>
        {(devices) => (
          <OwnDevicesView
            devices={devices}
            onCompare={(device) => void compare(device)}
            onSignOut={(device) => setOpen({ name: "signOut", device })}
          />
        )}
      </Loaded>
      {open?.name === "compare" && (
        <CompareDialog
          device={open.device}
          onPictures={() => setOpen({ name: "pictures", device: open.device })}
          onApproved={() => done(t("devices.compareDone"))}
          onClose={close}
        />
      )}
      {open?.name === "pictures" && (
        <PicturesDialog device={open.device} onApproved={() => done(t("devices.compareDone"))} onClose={close} />
      )}
      {open?.name === "unable" && (
        <Dialog
          narrow
          title={t("devices.compare")}
          onClose={close}
          actions={<Button onClick={close}>{t("common.close")}</Button>}
        >
          <p>{t(open.device.comparable ? "devices.compareUnable" : "devices.compareGone")}</p>
        </Dialog>
      )}
      {open?.name === "signOut" && (
        <ReasonDialog
          title={t("devices.signOutOtherTitle", { name: open.device.displayName || t("devices.unnamed") })}
          confirmLabel={t("devices.signOutOther")}
          busyLabel={t("session.signingOut")}
          submit={async (_reason, signal) => {
            await hub.call("signOutOwnDevice", { params: { deviceId: open.device.deviceId }, signal });
            done(t("devices.signedOutOther"));
          }}
          onClose={close}
        >
          {t("devices.signOutOtherText")}
        </ReasonDialog>
      )}
    </Page>
  );
}
