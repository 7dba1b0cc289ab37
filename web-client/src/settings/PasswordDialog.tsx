import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { PasswordView } from "../session/Password.view.tsx";
import { passwordForm } from "../session/password.model.ts";

/** Changing one's own password; other devices stay signed in. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const { account, session } = useWorkplace();
  const toasts = useToasts();
  const minLength = session.limits.passwordMinLength;
  const [form, actions] = useViewModel(() =>
    passwordForm({
      askCurrent: true,
      minLength,
      change: async (next, current = "") => {
        await account.changePassword(current, next);
        toasts.show({ text: t("settings.passwordChanged") });
        onClose();
      },
    }),
  );
  return (
    <Dialog narrow title={t("settings.passwordTitle")} onClose={onClose} locked={form.busy}>
      <PasswordView
        form={form}
        askCurrent
        minLength={minLength}
        onChange={actions.set}
        onSubmit={() => void actions.submit()}
      />
    </Dialog>
  );
}
