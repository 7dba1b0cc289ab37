import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { Busy } from "../kit/State.tsx";
import { PasswordField } from "../kit/TextField.tsx";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import type { EnrolValues } from "./enrol.model.ts";

export interface EnrolViewProps {
  readonly form: FormSnapshot<EnrolValues>;
  readonly passwordKnown: boolean;
  readonly onChange: (change: Partial<EnrolValues>) => void;
  readonly onSubmit: () => void;
}

/** The keys are being made; the password is asked for only when it must be. */
export function EnrolView({ form, passwordKnown, onChange, onSubmit }: EnrolViewProps) {
  const { t } = useText();
  const bind = useBinding(form, onChange);
  if (form.busy) return <Busy>{t("session.enrolWorking")}</Busy>;
  return (
    <FormShell onSubmit={onSubmit}>
      <FormProblems form={form} />
      {!passwordKnown && (
        <PasswordField
          {...bind("password")}
          label={t("session.password")}
          hint={t("session.enrolPasswordText")}
          autoComplete="current-password"
          showLabel={t("session.showPassword")}
          hideLabel={t("session.hidePassword")}
        />
      )}
      <Button type="submit" variant="primary" wide>
        {passwordKnown ? t("common.retry") : t("session.enrolContinue")}
      </Button>
    </FormShell>
  );
}
