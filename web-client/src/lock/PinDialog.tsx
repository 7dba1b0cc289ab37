import { useText } from "../i18n/text.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import type { LockModel } from "./lock.model.ts";
import { NewPinView } from "./NewPin.view.tsx";
import { newPinForm } from "./pinForms.ts";

/** Another PIN for this device. */
export function PinDialog({ lock, onClose }: { lock: LockModel; onClose: () => void }) {
  const { t } = useText();
  const toasts = useToasts();
  const [form, actions] = useViewModel(() =>
    newPinForm(async (pin) => {
      await lock.setPin(pin);
      toasts.show({ text: t("lock.changed") });
      onClose();
    }, lock.unlock),
  );
  return (
    <Dialog narrow title={t("lock.changeTitle")} onClose={onClose} locked={form.busy}>
      <NewPinView form={form} askCurrent onChange={actions.set} onSubmit={() => void actions.submit()} />
    </Dialog>
  );
}
