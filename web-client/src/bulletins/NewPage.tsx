import type { BulletinPlanInput } from "@tsunagi/contracts/rest/bulletinPlans";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { Compose } from "./Compose.tsx";

/** A new bulletin: it goes at once, at its time, or to a colleague for approval. */
export function NewPage() {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [, navigate] = useLocation();
  useDocumentTitle(t("bulletins.newTitle"));
  const send = async (body: BulletinPlanInput, count: number) => {
    const plan = await hub.call("planBulletin", { body });
    const { goesAt } = plan.input;
    if (plan.state === "released") toasts.show({ text: t("bulletins.sent", { count }) });
    else if (plan.state === "scheduled" && goesAt)
      toasts.show({ text: t("bulletinPlans.scheduled", { time: formatDateTime(goesAt, language) }) });
    else toasts.show({ text: t("bulletinPlans.submitted") });
    const href = plan.bulletinId ? `/bulletins/${plan.bulletinId}` : `/bulletins/plans/${plan.id}`;
    navigate(href, { replace: true });
  };
  return (
    <Page title={t("bulletins.newTitle")} back="/bulletins" narrow>
      <Compose send={send} />
    </Page>
  );
}
