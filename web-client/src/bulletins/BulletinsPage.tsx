import { bulletinCategories, bulletinUrgencies } from "@tsunagi/contracts/codes/bulletins";
import type { BulletinSummary } from "@tsunagi/contracts/rest/bulletins";
import { ClipboardList } from "lucide-react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { List, Row } from "../kit/List.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Inline, Page, useDocumentTitle } from "../kit/Page.tsx";
import { EmptyState } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { BoardTabs } from "./BoardTabs.tsx";
import { WriteLink } from "./WriteLink.tsx";

/** The board of bulletins (R16): unread first; or those whose time is over. */
export function BulletinsPage({ time }: { time: "current" | "past" }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  useDocumentTitle(t("bulletins.title"));
  const [board, loader] = useViewModel(
    () => new Loader((signal) => hub.call("listBulletins", { query: { time }, signal })),
  );
  const past = time === "past";
  return (
    <Page title={t("bulletins.title")} narrow below={<BoardTabs current={time} />} actions={<WriteLink />}>
      <Loaded of={board} onRetry={() => void loader.reload()}>
        {({ bulletins }) =>
          bulletins.length === 0 ? (
            <EmptyState icon={ClipboardList} title={t(past ? "bulletinPlans.pastEmpty" : "bulletins.empty")}>
              {t(past ? "bulletinPlans.pastEmptyHint" : "bulletins.emptyHint")}
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
  const { category, urgency, unread, cancelled, version, own, ended } = bulletin;
  return (
    <Inline>
      {own && <Badge tone="info">{t("bulletins.own")}</Badge>}
      {ended && <Badge>{t("bulletinPlans.ended")}</Badge>}
      {cancelled && <Badge>{t("bulletins.cancelled")}</Badge>}
      {unread && <Badge tone="primary">{t("bulletins.unread")}</Badge>}
      {urgency === "urgent" && <Badge tone="danger">{bulletinUrgencies.label("urgent", language)}</Badge>}
      {version > 1 && <Badge tone="warning">{t("bulletins.corrected", { version })}</Badge>}
      <Badge>{bulletinCategories.label(category, language)}</Badge>
    </Inline>
  );
}
