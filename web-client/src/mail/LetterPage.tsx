import type { MailId } from "@tsunagi/contracts/ids";
import type { MailView } from "@tsunagi/contracts/rest/mail";
import { useEffect } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { ButtonLink } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { List, Row } from "../kit/List.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Inline, Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { Banner, Busy } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { FileList } from "./FileList.tsx";
import { filesOf, type Letter } from "./letter.ts";
import styles from "./mail.module.css";
import { RecallButton } from "./RecallButton.tsx";
import { deskName, namesOf } from "./recipients.ts";
import { useLetter } from "./useLetter.ts";

/** Milliseconds after which the sender's page asks again who has read. */
const LIVE_MS = 15_000;
/** A letter whose room is not there yet. */
const SOON_MS = 2_000;

/** One letter. Showing what it says is 既読; its sender sees who has read it, and when. */
export function LetterPage({ mailId }: { mailId: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const params = { mailId: mailId as MailId };
  const [loaded, loader] = useViewModel(
    () => new Loader((signal) => hub.call("viewMail", { params, signal }), { again: askAgain }),
  );
  const mail = loaded.value;
  const letter = useLetter(mail);
  useDocumentTitle(t("mail.title"));
  const opened = letter !== "waiting" && mail?.unread === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the letter is there to be read
  useEffect(() => {
    if (opened) hub.call("readMail", { params }).then(loader.put, () => void loader.reload());
  }, [opened]);
  return (
    <Page
      title={letter === "waiting" ? t("mail.title") : letter.subject}
      back={mail?.own ? "/mail/sent" : "/mail"}
      narrow
    >
      <Loaded of={loaded} onRetry={() => void loader.reload()}>
        {(view) => (
          <Stack>
            <LetterCard mail={view} letter={letter} />
            {view.state === "sent" && letter !== "waiting" && (
              <Inline>
                {!view.own && (
                  <ButtonLink href={`/mail/new/reply/${view.id}`} variant="primary">
                    {t("mail.reply")}
                  </ButtonLink>
                )}
                <ButtonLink href={`/mail/new/forward/${view.id}`}>{t("mail.forward")}</ButtonLink>
                {view.own && view.to.every(({ readAt }) => readAt === null) && (
                  <RecallButton mailId={view.id} onRecalled={loader.put} />
                )}
              </Inline>
            )}
            {view.own && view.state !== "writing" && <ReadersCard mail={view} />}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function askAgain({ own, state, roomId, to }: MailView): number | undefined {
  if (state !== "sent") return undefined;
  if (roomId === null) return SOON_MS;
  return own && to.some(({ readAt }) => readAt === null) ? LIVE_MS : undefined;
}

function LetterCard({ mail, letter }: { mail: MailView; letter: Letter | "waiting" }) {
  const { t, language } = useText();
  const { state, recalledAt, from, sentAt } = mail;
  return (
    <Card>
      <p className={styles["from"]}>
        {t("mail.from", { name: `${from.name}（${from.organisationName}）` })}
        <br />
        {t("mail.toLine", { names: namesOf(mail, language) })}
        {sentAt && (
          <>
            <br />
            {formatDateTime(sentAt, language)}
          </>
        )}
      </p>
      {state === "recalled" && recalledAt && (
        <Banner tone="info">{t("mail.recalledAt", { time: formatDateTime(recalledAt, language) })}</Banner>
      )}
      {state === "writing" && <Banner tone="warning">{t("mail.notSentHint")}</Banner>}
      {state === "sent" && letter === "waiting" && <Busy>{t("mail.opening")}</Busy>}
      {letter !== "waiting" && state === "sent" && (
        <>
          <p className={styles["text"]}>{letter.text}</p>
          <FileList files={filesOf(letter)} />
        </>
      )}
    </Card>
  );
}

function ReadersCard({ mail: { to } }: { mail: MailView }) {
  const { t, language } = useText();
  return (
    <Card title={t("mail.readers")}>
      <List label={t("mail.readers")}>
        {to.map(({ staffId, name, organisationName, group, groupName, readAt }) => (
          <Row
            key={staffId}
            title={name}
            subtitle={group ? `${organisationName} ${deskName(group, groupName, language)}` : organisationName}
            trailing={readAt ? t("mail.readAt", { time: formatDateTime(readAt, language) }) : t("mail.unread")}
          />
        ))}
      </List>
    </Card>
  );
}
