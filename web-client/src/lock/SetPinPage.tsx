import type { ReactNode } from "react";
import { useText } from "../i18n/text.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { Frame } from "../session/Frame.tsx";
import type { LockModel } from "./lock.model.ts";
import { lockMinutes } from "./lockMinutes.ts";
import { NewPinView } from "./NewPin.view.tsx";
import { newPinForm } from "./pinForms.ts";

/** The first time on this device: a PIN, before anything is shown. */
export function SetPinPage({ lock, foot }: { lock: LockModel; foot: ReactNode }) {
  const { t } = useText();
  const [form, actions] = useViewModel(() => newPinForm(lock.setPin));
  return (
    <Frame title={t("lock.setTitle")} text={t("lock.setText", { minutes: lockMinutes() })} foot={foot}>
      <NewPinView form={form} askCurrent={false} onChange={actions.set} onSubmit={() => void actions.submit()} />
    </Frame>
  );
}
