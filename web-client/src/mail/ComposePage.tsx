import type { MailId } from "@tsunagi/contracts/ids";
import type { CheckedRecipient } from "@tsunagi/contracts/rest/mail";
import { useState } from "react";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Inline, Page, useDocumentTitle } from "../kit/Page.tsx";
import { Banner, Busy } from "../kit/State.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { ConfirmSheet } from "./ConfirmSheet.tsx";
import { type Beginning, type ComposeValues, composeForm } from "./compose.model.ts";
import { FileField } from "./FileField.tsx";
import { SUBJECT, TEXT } from "./letter.ts";
import { nameCheck } from "./nameCheck.ts";
import { knownPeople } from "./people.ts";
import { RecipientPicker } from "./RecipientPicker.tsx";
import { useKeepLetter, useKeptLetter } from "./useKeptLetter.ts";
import { useLetter } from "./useLetter.ts";
import { LetterWriter } from "./writeLetter.ts";

/** A new letter, an answer to one, or one passed on. */
export function ComposePage({ kind, mailId }: { kind: Beginning["kind"]; mailId?: string }) {
  const { t } = useText();
  const title = t(kind === "new" ? "mail.newTitle" : kind === "reply" ? "mail.reply" : "mail.forward");
  useDocumentTitle(title);
  return (
    <Page title={title} back={mailId ? `/mail/${mailId}` : "/mail"} narrow>
      {mailId ? <About kind={kind} mailId={mailId as MailId} /> : <Compose beginning={{ kind }} />}
    </Page>
  );
}

/** Waits for the letter that is answered or passed on. */
function About({ kind, mailId }: { kind: Beginning["kind"]; mailId: MailId }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [loaded, loader] = useViewModel(
    () => new Loader((signal) => hub.call("viewMail", { params: { mailId }, signal })),
  );
  const letter = useLetter(loaded.value);
  return (
    <Loaded of={loaded} onRetry={() => void loader.reload()}>
      {(mail) =>
        letter === "waiting" ? <Busy>{t("mail.opening")}</Busy> : <Compose beginning={{ kind, mail, letter }} />
      }
    </Loaded>
  );
}

function Compose({ beginning }: { beginning: Beginning }) {
  const { t } = useText();
  const { hub, account, directory } = useWorkplace();
  const toasts = useToasts();
  const [, navigate] = useLocation();
  const [writer] = useState(() => new LetterWriter(hub, account));
  const [checked, setChecked] = useState<readonly CheckedRecipient[]>();
  const { initial, fresh, restored, forget } = useKeptLetter(beginning);
  const [form, actions] = useViewModel(() =>
    composeForm(initial, async ({ to }) => {
      setChecked((await hub.call("checkRecipients", { body: { to: to.map(({ address }) => address) } })).recipients);
    }),
  );
  const bind = useBinding(form, actions.set);
  const { values } = form;
  const [goesOn, setGoesOn] = useState(restored);
  useKeepLetter(beginning, fresh, values);
  const send = async () => {
    const { kind, mail } = beginning;
    await writer.send({
      to: values.to.map(({ address }) => address),
      letter: { subject: values.subject.trim(), text: values.text, files: [...values.files] },
      replyTo: kind === "reply" && mail ? mail.id : null,
      forwardOf: kind === "forward" && mail ? mail.id : null,
    });
    forget();
    toasts.show({ text: t("mail.sentToast") });
    navigate("/mail/sent", { replace: true });
  };
  const startAnew = () => {
    const become = (next: ComposeValues, draft: boolean) => {
      actions.set(next);
      setGoesOn(draft);
    };
    become(fresh, false);
    toasts.show({ text: t("mail.draftGone"), action: { label: t("mail.draftBack"), run: () => become(values, true) } });
  };
  return (
    <>
      <FormShell onSubmit={() => void actions.submit()}>
        <FormProblems form={form} />
        {goesOn && <Restored onAnew={startAnew} />}
        <RecipientPicker {...bind("to")} />
        <TextField {...bind("subject")} label={t("mail.subject")} maxLength={SUBJECT} autoComplete="off" required />
        <TextArea {...bind("text")} label={t("mail.text")} rows={10} maxLength={TEXT} required />
        <FileField value={values.files} onChange={(files) => actions.set({ files })} />
        <Inline>
          <Button type="submit" variant="primary" busy={form.busy && t("mail.working")}>
            {t("mail.toConfirm")}
          </Button>
        </Inline>
      </FormShell>
      {checked && (
        <ConfirmSheet
          recipients={checked}
          warnings={nameCheck(
            allText(values),
            knownPeople(directory.getSnapshot()),
            checked.flatMap(({ people }) => people),
          )}
          onSend={send}
          onMend={() => setChecked(undefined)}
        />
      )}
    </>
  );
}

function Restored({ onAnew }: { onAnew: () => void }) {
  const { t } = useText();
  const anew = (
    <Button size="small" onClick={onAnew}>
      {t("mail.startAnew")}
    </Button>
  );
  return (
    <Banner tone="info" actions={anew}>
      {t("mail.draft")}
    </Banner>
  );
}

const allText = ({ subject, text, files }: ComposeValues): string =>
  [subject, text, ...files.map((file) => String(file["filename"]))].join("\n");
