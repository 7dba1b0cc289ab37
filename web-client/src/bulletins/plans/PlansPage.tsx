import { bulletinPlanStates } from "@tsunagi/contracts/codes/bulletins";
import type { BulletinPlanView } from "@tsunagi/contracts/rest/bulletinPlans";
import { Clock } from "lucide-react";
import { useWorkplace } from "../../app/services.ts";
import { Loader } from "../../hub/loadable.ts";
import { formatDateTime } from "../../i18n/dates.ts";
import { useText } from "../../i18n/text.ts";
import { Badge, type Tone } from "../../kit/Badge.tsx";
import { List, Row } from "../../kit/List.tsx";
import { Loaded } from "../../kit/Loaded.tsx";
import { Page, useDocumentTitle } from "../../kit/Page.tsx";
import { EmptyState } from "../../kit/State.tsx";
import { useViewModel } from "../../kit/useViewModel.ts";
import { BoardTabs } from "../BoardTabs.tsx";
import { WriteLink } from "../WriteLink.tsx";

/** What has not been sent yet: scheduled, waiting for approval, sent back. */
export function PlansPage() {
  const { t } = useText();
  const { hub } = useWorkplace();
  useDocumentTitle(t("bulletinPlans.plans"));
  const [plans, loader] = useViewModel(() => new Loader((signal) => hub.call("listBulletinPlans", { signal })));
  return (
    <Page title={t("bulletins.title")} narrow below={<BoardTabs current="plans" />} actions={<WriteLink />}>
      <Loaded of={plans} onRetry={() => void loader.reload()}>
        {({ plans: rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={Clock} title={t("bulletinPlans.plansEmpty")}>
              {t("bulletinPlans.plansEmptyHint")}
            </EmptyState>
          ) : (
            <List label={t("bulletinPlans.plans")}>
              {rows.map((plan) => (
                <PlanRow key={plan.id} plan={plan} />
              ))}
            </List>
          )
        }
      </Loaded>
    </Page>
  );
}

function PlanRow({ plan }: { plan: BulletinPlanView }) {
  const { t, language } = useText();
  const { goesAt, title } = plan.input;
  const when = goesAt && t("bulletinPlans.goes", { time: formatDateTime(goesAt, language) });
  return (
    <Row
      href={`/bulletins/plans/${plan.id}`}
      title={title}
      subtitle={[plan.writtenBy, when].filter(Boolean).join(" ")}
      trailing={<PlanState plan={plan} />}
    />
  );
}

const TONES: Partial<Record<BulletinPlanView["state"], Tone>> = {
  waiting: "primary",
  returned: "warning",
  scheduled: "info",
};

/** How far it is. */
export function PlanState({ plan: { state } }: { plan: Pick<BulletinPlanView, "state"> }) {
  const { language } = useText();
  return <Badge tone={TONES[state] ?? "neutral"}>{bulletinPlanStates.label(state, language)}</Badge>;
}
