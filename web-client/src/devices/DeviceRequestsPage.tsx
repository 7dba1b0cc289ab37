import type { DeviceRequest } from "@tsunagi/contracts/rest/devices";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Loaded } from "../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { ApproveDialog } from "./ApproveDialog.tsx";
import { nameOf, RequestsView } from "./Requests.view.tsx";

const LOOK_AGAIN = 10_000;

/** Devices of the staff one is responsible for that wait for approval. */
export function DeviceRequestsPage() {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [open, setOpen] = useState<{ readonly name: "approve" | "reject"; readonly request: DeviceRequest }>();
  const [list, loader] = useViewModel(
    () => new Loader((signal) => hub.call("listDeviceRequests", { signal }), { again: () => LOOK_AGAIN }),
  );
  useDocumentTitle(t("devices.requestsTitle"));
  const close = () => setOpen(undefined);
  const done = (text: string) => {
    close();
    toasts.show({ text });
    void loader.reload();
  };
  return (
    <Page title={t("devices.requestsTitle")} back="/admin" narrow>
      <p>{t("devices.requestsHint")}</p>
      <Loaded of={list} onRetry={() => void loader.reload()}>
        {({ requests }) => (
          <Stack>
            <RequestsView
              requests={requests}
              onApprove={(request) => setOpen({ name: "approve", request })}
              onReject={(request) => setOpen({ name: "reject", request })}
            />
          </Stack>
        )}
      </Loaded>
      {open?.name === "approve" && (
        <ApproveDialog
          request={open.request}
          onApproved={() => done(t("devices.approved", { name: nameOf(open.request) }))}
          onClose={close}
        />
      )}
      {open?.name === "reject" && (
        <ReasonDialog
          title={t("devices.rejectTitle", { name: nameOf(open.request) })}
          confirmLabel={t("devices.reject")}
          busyLabel={t("devices.rejecting")}
          submit={async (_reason, signal) => {
            await hub.call("rejectDevice", { params: { approvalId: open.request.id }, signal });
            done(t("devices.rejected"));
          }}
          onClose={close}
        >
          {t("devices.rejectText")}
        </ReasonDialog>
      )}
    </Page>
  );
}
