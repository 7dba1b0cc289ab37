import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { TabLinks } from "../kit/TabLinks.tsx";

/** The board's three lists: what is shown now, what is over, and for those who write what has not gone yet. */
export function BoardTabs({ current }: { current: "current" | "past" | "plans" }) {
  const { t } = useText();
  const { session } = useWorkplace();
  const link = (name: typeof current, href: string) => ({
    href,
    label: t(`bulletinPlans.${name}`),
    current: name === current,
  });
  const writes = session.permissions.includes("bulletin.write");
  const links = [
    link("current", "/bulletins"),
    link("past", "/bulletins/past"),
    ...(writes ? [link("plans", "/bulletins/plans")] : []),
  ];
  return <TabLinks label={t("bulletins.title")} links={links} />;
}
