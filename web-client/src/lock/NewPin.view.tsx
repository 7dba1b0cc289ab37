import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import { PinField } from "./PinField.tsx";
import type { NewPinValues } from "./pinForms.ts";

export interface NewPinViewProps {
  readonly form: FormSnapshot<NewPinValues>;
  readonly askCurrent: boolean;
  readonly onChange: (change: Partial<NewPinValues>) => void;
  readonly onSubmit: () => void;
}

/** A new PIN, twice. */
export function NewPinView({ form, askCurrent, onChange, onSubmit }: NewPinViewProps) {
  const { t } = useText();
  const bind = useBinding(form, onChange);
  return (
    <FormShell onSubmit={onSubmit}>
      <FormProblems form={form} />
      {askCurrent && <PinField {...bind("current")} label={t("lock.currentPin")} />}
      <PinField {...bind("pin")} label={t("lock.newPin")} hint={t("lock.pinHint")} />
      <PinField {...bind("repeated")} label={t("lock.repeatPin")} />
      <Button type="submit" variant="primary" wide busy={form.busy && t("lock.setting")}>
        {t("lock.set")}
      </Button>
    </FormShell>
  );
}
