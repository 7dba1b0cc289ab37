import { bulletinCategories, bulletinUrgencies } from "@tsunagi/contracts/codes/bulletins";
import type { BulletinSummary } from "@tsunagi/contracts/rest/bulletins";
import { ClipboardList, PenLine } from "lucide-react";
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
import { useViewModel } from "../kit/useViewModel.ts";

/** The board of bulletins (R16): unread first. */
export function BulletinsPage() {
  const { t } = useText();
  const { session, hub } = useWorkplace();
  useDocumentTitle(t("bulletins.title"));
  const [board, loader] = useViewModel(() => new Loader((signal) => hub.call("listBulletins", { signal })));
  return (
    <Page
      title={t("bulletins.title")}
      narrow
      actions={
        session.permissions.includes("bulletin.write") && (
          <ButtonLink href="/bulletins/new" variant="primary" size="small" icon={PenLine}>
            {t("bulletins.write")}
          </ButtonLink>
        )
      }
    >
      <Loaded of={board} onRetry={() => void loader.reload()}>
        {({ bulletins }) =>
          bulletins.length === 0 ? (
            <EmptyState icon={ClipboardList} title={t("bulletins.empty")}>
              {t("bulletins.emptyHint")}
            </EmptyState>
          ) : (
            <List label={t("bulletins.title")}>
              {bulletins.map((bulletin) => (
                <BulletinRow key={bulletin.id} bulletin={bulletin} />
              ))}
            </List>
          )
        }
      </Loaded>
    </Page>
  );
}

function BulletinRow({ bulletin }: { bulletin: BulletinSummary }) {
  const { language } = useText();
  const { id, title, organisationName, publishedAt } = bulletin;
  return (
    <Row
      href={`/bulletins/${id}`}
      title={title}
      subtitle={`${organisationName} ${formatDateTime(publishedAt, language)}`}
      trailing={<Marks bulletin={bulletin} />}
    />
  );
}

/** What one must know of it at a glance. */
export function Marks({ bulletin }: { bulletin: BulletinSummary }) {
  const { t, language } = useText();
  const { category, urgency, unread, cancelled, version, own } = bulletin;
  return (
    <Inline>
      {own && <Badge tone="info">{t("bulletins.own")}</Badge>}
      {cancelled && <Badge>{t("bulletins.cancelled")}</Badge>}
      {unread && <Badge tone="primary">{t("bulletins.unread")}</Badge>}
      {urgency === "urgent" && <Badge tone="danger">{bulletinUrgencies.label("urgent", language)}</Badge>}
      {version > 1 && <Badge tone="warning">{t("bulletins.corrected", { version })}</Badge>}
      <Badge>{bulletinCategories.label(category, language)}</Badge>
    </Inline>
  );
}
