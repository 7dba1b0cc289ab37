import { groupDigits } from "@tsunagi/contracts/deviceCode";
import type { DeviceRequest } from "@tsunagi/contracts/rest/devices";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { TextField } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { nameOf } from "./Requests.view.tsx";
import { codeForm, digitsOf } from "./requests.model.ts";

export interface ApproveDialogProps {
  readonly request: DeviceRequest;
  readonly onApproved: () => void;
  readonly onClose: () => void;
}

/** The administrator types what the person reads out. */
export function ApproveDialog({ request, onApproved, onClose }: ApproveDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [form, actions] = useViewModel(() =>
    codeForm(async (code, signal) => {
      await hub.call("approveDevice", { params: { approvalId: request.id }, body: { code }, signal });
      onApproved();
    }),
  );
  const bind = useBinding(form, actions.set);
  const { onChange, ...code } = bind("code");
  return (
    <Dialog
      narrow
      title={t("devices.approveTitle", { name: nameOf(request) })}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("devices.approving")}>
            {t("devices.approve")}
          </Button>
        </>
      }
    >
      <p>{t("devices.approveText")}</p>
      <FormProblems form={form} />
      <TextField
        {...code}
        onChange={(typed) =>
          onChange(/^\d*$/.test(digitsOf(typed)) ? groupDigits(digitsOf(typed).slice(0, 16)) : typed)
        }
        label={t("devices.code")}
        digits
        inputMode="numeric"
        autoComplete="off"
        placeholder="0000 0000 0000 0000"
      />
      <p>{t("devices.approveOthers")}</p>
    </Dialog>
  );
}
