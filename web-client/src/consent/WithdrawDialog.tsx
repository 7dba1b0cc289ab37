import { type ConsentGiver, consentGivers, consentScopes } from "@tsunagi/contracts/codes/consent";
import type { ConsentView, withdrawConsent } from "@tsunagi/contracts/rest/consent";
import type { ResponseOf } from "@tsunagi/contracts/rest/endpoint";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { RadioGroup } from "../kit/Choice.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { Form } from "../kit/form.ts";
import { Banner } from "../kit/State.tsx";
import { TextArea } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import type { WithdrawalEffect } from "./withdrawal.ts";

export interface WithdrawDialogProps {
  readonly consent: ConsentView;
  readonly effect: WithdrawalEffect;
  readonly onDone: (result: ResponseOf<typeof withdrawConsent>) => void;
  readonly onClose: () => void;
}

interface Values {
  readonly givenBy: ConsentGiver | "";
  readonly reason: string;
}

/** Recording a withdrawal: says first what it will end. */
export function WithdrawDialog({ consent, effect, onDone, onClose }: WithdrawDialogProps) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [form, actions] = useViewModel(
    () =>
      new Form<Values>({
        initial: { givenBy: consent.givenBy, reason: "" },
        submit: async ({ givenBy, reason }, signal) => {
          const body = { givenBy: givenBy || consent.givenBy, reason };
          onDone(await hub.call("withdrawConsent", { params: { consentId: consent.id }, body, signal }));
        },
      }),
  );
  const bind = useBinding(form, actions.set);
  const ended = effect.endedScopes.map((scope) => consentScopes.label(scope, language)).join("・");
  return (
    <ConfirmDialog
      title={t("consent.withdrawTitle")}
      confirmLabel={t("consent.withdraw")}
      danger
      busy={form.busy && t("consent.withdrawing")}
      onConfirm={() => void actions.submit()}
      onCancel={onClose}
    >
      <FormProblems form={form} />
      <Banner tone={effect.closedTeam ? "danger" : "warning"}>
        {ended === "" ? t("consent.withdrawNothing") : t("consent.withdrawEnds", { scopes: ended })}
        {effect.closedTeam && (
          <>
            <br />
            {t("consent.withdrawClosesTeam", {
              team: effect.closedTeam === "watch" ? t("teams.watchTeam") : t("teams.careTeam"),
            })}
          </>
        )}
      </Banner>
      <p>{t("consent.withdrawCannotUndo")}</p>
      <RadioGroup {...bind("givenBy")} label={t("consent.withdrawBy")} options={options(consentGivers)} />
      <TextArea {...bind("reason")} label={t("consent.reason")} required={false} rows={2} />
    </ConfirmDialog>
  );
}
