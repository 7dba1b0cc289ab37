import { townOf } from "@tsunagi/contracts/codes/municipalities";
import { roles } from "@tsunagi/contracts/codes/roles";
import type { CheckedRecipient } from "@tsunagi/contracts/rest/mail";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { CheckboxGroup } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Form } from "../kit/form.ts";
import { List, Row } from "../kit/List.tsx";
import { Inline, Stack } from "../kit/Page.tsx";
import { Banner } from "../kit/State.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import type { NameWarning } from "./nameCheck.ts";
import { deskName, keyOf } from "./recipients.ts";

interface ConfirmSheetProps {
  readonly recipients: readonly CheckedRecipient[];
  readonly warnings: readonly NameWarning[];
  readonly onSend: () => Promise<void>;
  readonly onMend: () => void;
}

interface Values {
  readonly sure: readonly "sure"[];
}

/** Before a letter goes: everybody it goes to with their organisation, and what is unusual. A warning wants a tick. */
export function ConfirmSheet({ recipients, warnings, onSend, onMend }: ConfirmSheetProps) {
  const { t } = useText();
  const unusual = recipients.some(({ firstTime, elsewhere }) => firstTime || elsewhere);
  const asks = unusual || warnings.length > 0;
  const [form, actions] = useViewModel(
    () =>
      new Form<Values>({
        initial: { sure: [] },
        check: ({ sure }) => (asks && sure.length === 0 ? { sure: "mail.tickFirst" } : {}),
        submit: onSend,
      }),
  );
  const bind = useBinding(form, actions.set);
  const { value, ...sure } = bind("sure");
  return (
    <Dialog
      title={t("mail.confirmTitle")}
      onClose={onMend}
      onSubmit={() => void actions.submit()}
      locked={form.busy}
      actions={
        <>
          <Button onClick={onMend} disabled={form.busy}>
            {t("mail.mend")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("mail.sending")}>
            {t("mail.send")}
          </Button>
        </>
      }
    >
      <Stack>
        <FormProblems form={form} />
        {warnings.map(({ person, strangers }) => (
          <Banner key={person} tone="danger" title={t("mail.namedTitle", { person })}>
            {t("mail.namedText", { names: strangers.map(({ name }) => name).join("、") })}
          </Banner>
        ))}
        {unusual && <Banner tone="warning">{t("mail.unusual")}</Banner>}
        <List label={t("mail.recipients")}>
          {recipients.map((recipient) => (
            <Recipient key={keyOf(recipient)} recipient={recipient} />
          ))}
        </List>
        {asks && (
          <CheckboxGroup
            {...sure}
            values={value}
            label={t("mail.check")}
            options={[{ value: "sure", label: t("mail.sure") }]}
            required
          />
        )}
      </Stack>
    </Dialog>
  );
}

function Recipient({ recipient }: { recipient: CheckedRecipient }) {
  const { t, language } = useText();
  const { address, organisationName, municipality, name, people, firstTime, elsewhere } = recipient;
  const desk = address.kind === "group" ? ` ${deskName(address.group, name, language)}` : "";
  const who = people.map((one) => (one.role ? `${one.name}（${roles.label(one.role, language)}）` : one.name));
  return (
    <Row
      title={`${organisationName}${desk}`}
      subtitle={`${who.join("、")}・${townOf(municipality, language)}`}
      trailing={
        (firstTime || elsewhere) && (
          <Inline>
            {firstTime && <Badge tone="warning">{t("mail.firstTime")}</Badge>}
            {elsewhere && <Badge tone="warning">{t("mail.elsewhere")}</Badge>}
          </Inline>
        )
      }
    />
  );
}
