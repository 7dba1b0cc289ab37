import { bulletinPlanActs } from "@tsunagi/contracts/codes/bulletins";
import type { BulletinPlanId } from "@tsunagi/contracts/ids";
import type { BulletinPlanInput, BulletinPlanView } from "@tsunagi/contracts/rest/bulletinPlans";
import { useState } from "react";
import { useWorkplace } from "../../app/services.ts";
import { Loader } from "../../hub/loadable.ts";
import { formatDate, formatDateTime } from "../../i18n/dates.ts";
import { useText } from "../../i18n/text.ts";
import { ButtonLink } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Loaded } from "../../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../../kit/Page.tsx";
import { Banner } from "../../kit/State.tsx";
import { useToasts } from "../../kit/ToastHost.tsx";
import { useViewModel } from "../../kit/useViewModel.ts";
import { AudienceCard } from "../AudienceCard.tsx";
import { valuesOf } from "../bulletin.model.ts";
import styles from "../bulletins.module.css";
import { Compose } from "../Compose.tsx";
import { PlanActs } from "./PlanActs.tsx";
import { PlanState } from "./PlansPage.tsx";

/** One bulletin that has not gone yet, whom it would reach now, and what can be done with it. */
export function PlanPage({ planId }: { planId: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const params = { planId: planId as BulletinPlanId };
  const [changing, setChanging] = useState(false);
  const [loaded, loader] = useViewModel(
    () =>
      new Loader(async (signal) => {
        const plan = await hub.call("readBulletinPlan", { params, signal });
        const { audience } = plan.input;
        return { plan, preview: await hub.call("previewAudience", { body: { audience }, signal }) };
      }),
  );
  useDocumentTitle(t("bulletinPlans.title"));
  const change = async (body: BulletinPlanInput) => {
    await hub.call("changeBulletinPlan", { params, body });
    toasts.show({ text: t("bulletinPlans.changed") });
    setChanging(false);
    await loader.reload();
  };
  const title = t(changing ? "bulletinPlans.changeTitle" : "bulletinPlans.title");
  return (
    <Page title={title} back="/bulletins/plans" narrow>
      <Loaded of={loaded} onRetry={() => void loader.reload()}>
        {({ plan, preview }) =>
          changing ? (
            <Compose start={valuesOf(plan.input)} send={change} />
          ) : (
            <Stack>
              <PlanText plan={plan} />
              <PlanActs
                plan={plan}
                count={preview.total}
                onChange={() => setChanging(true)}
                onDone={() => void loader.reload()}
              />
              {plan.may.change && !plan.corrects && <AudienceCard audience={preview} />}
              <History plan={plan} />
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function PlanText({ plan }: { plan: BulletinPlanView }) {
  const { t, language } = useText();
  const { title, body, goesAt, lastDay } = plan.input;
  const returned = plan.state === "returned" && plan.steps.findLast(({ act }) => act === "returned");
  return (
    <Card title={title} actions={<PlanState plan={plan} />}>
      {returned && <Banner tone="warning">{t("bulletinPlans.reason", { reason: returned.reason })}</Banner>}
      {plan.bulletinId && (
        <Banner
          tone="success"
          actions={<ButtonLink href={`/bulletins/${plan.bulletinId}`}>{t("bulletinPlans.openBulletin")}</ButtonLink>}
        >
          {t("bulletinPlans.released")}
        </Banner>
      )}
      {plan.corrects && <p>{t("bulletinPlans.correction")}</p>}
      <p className={styles["body"]}>{body}</p>
      <p className={styles["from"]}>
        {goesAt
          ? t("bulletinPlans.goes", { time: formatDateTime(goesAt, language) })
          : plan.state === "waiting" && t("bulletinPlans.goesAtOnce")}
      </p>
      {lastDay && <p className={styles["from"]}>{t("bulletinPlans.until", { day: formatDate(lastDay, language) })}</p>}
    </Card>
  );
}

function History({ plan }: { plan: BulletinPlanView }) {
  const { t, language } = useText();
  return (
    <Card title={t("bulletinPlans.history")}>
      <ol className={styles["reach"]}>
        {plan.steps.map(({ act, by, at, reason }) => (
          <li key={`${act} ${at}`}>
            {`${formatDateTime(at, language)} ${bulletinPlanActs.label(act, language)} ${by || t("bulletinPlans.clock")}`}
            {reason && <div className={styles["from"]}>{t("bulletinPlans.reason", { reason })}</div>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
