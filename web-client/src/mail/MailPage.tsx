import type { MailView } from "@tsunagi/contracts/rest/mail";
import { Mail, PenLine } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { ButtonLink } from "../kit/Button.tsx";
import { List, Row } from "../kit/List.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Inline, Page, useDocumentTitle } from "../kit/Page.tsx";
import { EmptyState } from "../kit/State.tsx";
import { TabLinks } from "../kit/TabLinks.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { namesOf } from "./recipients.ts";
import { useSubject } from "./useLetter.ts";

export type Box = "inbox" | "sent";

/** Milliseconds after which the list asks again. */
const LIVE_MS = 60_000;

/** Letters one has received, or sent (R15). Who and when come from the hub; the subject is read in the letter's room. */
export function MailPage({ box }: { box: Box }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  useDocumentTitle(t("mail.title"));
  const [list, loader] = useViewModel(
    () => new Loader((signal) => hub.call("listMail", { query: { box }, signal }), { again: () => LIVE_MS }),
  );
  return (
    <Page
      title={t("mail.title")}
      narrow
      actions={
        <ButtonLink href="/mail/new" variant="primary" size="small" icon={PenLine}>
          {t("mail.write")}
        </ButtonLink>
      }
      below={
        <TabLinks
          label={t("mail.title")}
          links={[
            { href: "/mail", label: t("mail.inbox"), current: box === "inbox" },
            { href: "/mail/sent", label: t("mail.sent"), current: box === "sent" },
          ]}
        />
      }
    >
      <Loaded of={list} onRetry={() => void loader.reload()}>
        {({ mail }) =>
          mail.length === 0 ? (
            <EmptyState icon={Mail} title={t(box === "inbox" ? "mail.emptyInbox" : "mail.emptySent")}>
              {t("mail.emptyHint")}
            </EmptyState>
          ) : (
            <List label={t(box === "inbox" ? "mail.inbox" : "mail.sent")}>
              {mail.map((one) => (
                <LetterRow key={one.id} mail={one} box={box} />
              ))}
            </List>
          )
        }
      </Loaded>
    </Page>
  );
}

function LetterRow({ mail, box }: { mail: MailView; box: Box }) {
  const { t, language } = useText();
  const known = useSubject(mail);
  const { id, from, sentAt, begunAt, state } = mail;
  const who = box === "inbox" ? `${from.name}（${from.organisationName}）` : namesOf(mail, language);
  const subject = known ?? t(state === "recalled" ? "mail.recalled" : "mail.opening");
  return (
    <Row
      href={`/mail/${id}`}
      title={subject}
      subtitle={`${who} ${formatDateTime(sentAt ?? begunAt, language)}`}
      trailing={<Marks mail={mail} box={box} />}
    />
  );
}

function Marks({ mail, box }: { mail: MailView; box: Box }) {
  const { t } = useText();
  const { unread, state, to } = mail;
  const read = to.filter(({ readAt }) => readAt !== null).length;
  return (
    <Inline>
      {unread && <Badge tone="primary">{t("mail.unread")}</Badge>}
      {state === "recalled" && <Badge>{t("mail.recalledMark")}</Badge>}
      {state === "writing" && <Badge tone="warning">{t("mail.notSent")}</Badge>}
      {box === "sent" && state === "sent" && (
        <Badge tone={read === to.length ? "success" : "neutral"}>{t("mail.readBy", { read, count: to.length })}</Badge>
      )}
    </Inline>
  );
}
