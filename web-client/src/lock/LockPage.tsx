import { LockKeyholeOpen } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { ReasonDialog } from "../kit/ReasonDialog.tsx";
import { Banner } from "../kit/State.tsx";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import { useSnapshot, useViewModel } from "../kit/useViewModel.ts";
import { Frame } from "../session/Frame.tsx";
import { PIN_ATTEMPTS } from "../vault/vault.ts";
import type { LockModel } from "./lock.model.ts";
import { PinField } from "./PinField.tsx";
import { unlockForm } from "./pinForms.ts";

export interface LockPageProps {
  readonly lock: LockModel;
  /** The PIN is forgotten: signs out, which deletes what is kept. */
  readonly onSignOut: () => Promise<void>;
  readonly foot: ReactNode;
}

/** The locked screen: nothing of the account shows, not in the tab's title either. */
export function LockPage({ lock, onSignOut, foot }: LockPageProps) {
  const { t } = useText();
  const { left } = useSnapshot(lock);
  const [forgotten, setForgotten] = useState(false);
  const [form, actions] = useViewModel(() => unlockForm(lock.unlock));
  const bind = useBinding(form, actions.set);
  return (
    <Frame title={t("lock.title")} text={t("lock.text")} foot={foot}>
      <FormShell onSubmit={() => void actions.submit()}>
        <FormProblems form={form} />
        {left > 0 && left < PIN_ATTEMPTS && <Banner tone="warning">{t("lock.left", { left })}</Banner>}
        <PinField {...bind("pin")} label={t("lock.pin")} autoFocus />
        <Button type="submit" variant="primary" wide icon={LockKeyholeOpen} busy={form.busy && t("lock.opening")}>
          {t("lock.open")}
        </Button>
      </FormShell>
      <Button variant="quiet" onClick={() => setForgotten(true)}>
        {t("lock.forgotten")}
      </Button>
      {forgotten && (
        <ReasonDialog
          title={t("lock.forgottenTitle")}
          confirmLabel={t("lock.forgottenConfirm")}
          busyLabel={t("session.signingOut")}
          submit={onSignOut}
          onClose={() => setForgotten(false)}
        >
          {t("lock.forgottenText")}
        </ReasonDialog>
      )}
    </Frame>
  );
}
