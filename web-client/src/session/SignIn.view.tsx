import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { Banner } from "../kit/State.tsx";
import { PasswordField, TextField } from "../kit/TextField.tsx";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import type { EndReason } from "./phase.ts";
import type { SignInValues } from "./signIn.model.ts";

export interface SignInViewProps {
  readonly form: FormSnapshot<SignInValues>;
  /** Why one has to sign in again. */
  readonly reason: EndReason | undefined;
  readonly onChange: (change: Partial<SignInValues>) => void;
  readonly onSubmit: () => void;
}

/** Login name and password. */
export function SignInView({ form, reason, onChange, onSubmit }: SignInViewProps) {
  const { t } = useText();
  const bind = useBinding(form, onChange);
  return (
    <FormShell onSubmit={onSubmit}>
      {reason && form.refusals === 0 && <Banner tone="warning">{t(`session.${reason}`)}</Banner>}
      <FormProblems form={form} />
      <TextField
        {...bind("loginName")}
        label={t("session.loginName")}
        hint={t("session.loginNameHint")}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        inputMode="email"
      />
      <PasswordField
        {...bind("password")}
        label={t("session.password")}
        autoComplete="current-password"
        showLabel={t("session.showPassword")}
        hideLabel={t("session.hidePassword")}
      />
      <Button type="submit" variant="primary" wide busy={form.busy && t("session.signingIn")}>
        {t("session.signIn")}
      </Button>
    </FormShell>
  );
}
