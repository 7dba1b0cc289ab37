import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { PasswordField } from "../kit/TextField.tsx";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import type { PasswordValues } from "./password.model.ts";

export interface PasswordViewProps {
  readonly form: FormSnapshot<PasswordValues>;
  readonly askCurrent: boolean;
  readonly minLength: number;
  readonly onChange: (change: Partial<PasswordValues>) => void;
  readonly onSubmit: () => void;
}

/** A new password, twice. */
export function PasswordView({ form, askCurrent, minLength, onChange, onSubmit }: PasswordViewProps) {
  const { t } = useText();
  const bind = useBinding(form, onChange);
  const show = { showLabel: t("session.showPassword"), hideLabel: t("session.hidePassword") };
  return (
    <FormShell onSubmit={onSubmit}>
      <FormProblems form={form} />
      {askCurrent && (
        <PasswordField
          {...bind("current")}
          {...show}
          label={t("session.currentPassword")}
          autoComplete="current-password"
        />
      )}
      <PasswordField
        {...bind("next")}
        {...show}
        label={t("session.newPassword")}
        hint={t("session.newPasswordHint", { min: minLength })}
        autoComplete="new-password"
      />
      <PasswordField {...bind("repeated")} {...show} label={t("session.repeatPassword")} autoComplete="new-password" />
      <Button type="submit" variant="primary" wide busy={form.busy && t("session.changing")}>
        {t("session.changePassword")}
      </Button>
    </FormShell>
  );
}
