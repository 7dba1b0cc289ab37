import { type EmergencyReason, emergencyReasons } from "@tsunagi/contracts/codes/emergency";
import type { EmergencyHit } from "@tsunagi/contracts/rest/breakGlass";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { RadioGroup, Switch } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { Banner } from "../kit/State.tsx";
import { TextArea } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./breakGlass.module.css";
import { Facts } from "./Hits.view.tsx";

interface Props {
  readonly hit: EmergencyHit;
  readonly onOpened: () => void;
  readonly onClose: () => void;
}
interface Values {
  readonly reason: EmergencyReason | "";
  readonly note: string;
  readonly acknowledged: boolean;
}

/** Why the card is opened. Without consent only life at stake will do, and it is said twice. */
export function ReasonSheet({ hit, onOpened, onClose }: Props) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const { personId, consented } = hit;
  const [form, model] = useViewModel(
    () =>
      new Form<Values>({
        initial: { reason: "", note: "", acknowledged: false },
        check: ({ reason, acknowledged }) => ({
          ...(reason === "" ? { reason: "fields.choose" as const } : {}),
          ...(consented || acknowledged ? {} : { acknowledged: "breakGlass.acknowledgeNeeded" as const }),
        }),
        submit: async ({ reason, note, acknowledged }, signal) => {
          if (reason === "") return;
          const body = { personId, reason, note: note.trim(), acknowledged };
          await hub.call("openEmergencyGrant", { body, signal });
          onOpened();
        },
      }),
  );
  const bind = useBinding(form, model.set);
  const { value: acknowledged, onChange: acknowledge, error } = bind("acknowledged");
  const reasons = options(emergencyReasons).filter(({ value }) => consented || value === "lifeAtStake");
  return (
    <Dialog
      narrow
      title={t("breakGlass.reasonTitle", { name: hit.name })}
      onClose={onClose}
      onSubmit={() => void model.submit()}
      locked={form.busy}
      actions={
        <Button
          type="submit"
          wide
          className={styles["big"]}
          variant={consented ? "primary" : "danger"}
          busy={form.busy && t("breakGlass.opening")}
        >
          {t("breakGlass.open")}
        </Button>
      }
    >
      <FormProblems form={form} />
      <p>
        <Facts hit={hit} />
      </p>
      {consented ? (
        <Banner tone="info">{t("breakGlass.told")}</Banner>
      ) : (
        <Banner tone="danger" title={t("breakGlass.noConsentTitle")}>
          {t("breakGlass.noConsentText")}
        </Banner>
      )}
      <RadioGroup {...bind("reason")} label={t("breakGlass.reason")} options={reasons} stacked />
      {!consented && (
        <>
          <Switch label={t("breakGlass.acknowledge")} checked={acknowledged} onChange={acknowledge} />
          {error && (
            <Banner tone="warning" live>
              {error}
            </Banner>
          )}
        </>
      )}
      <TextArea {...bind("note")} label={t("breakGlass.note")} hint={t("breakGlass.noteHint")} rows={2} />
    </Dialog>
  );
}
