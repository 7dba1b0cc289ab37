import type { BulletinPlanView } from "@tsunagi/contracts/rest/bulletinPlans";
import { useState } from "react";
import { useWorkplace } from "../../app/services.ts";
import { formatDateTime } from "../../i18n/dates.ts";
import { useText } from "../../i18n/text.ts";
import { Button } from "../../kit/Button.tsx";
import { Inline } from "../../kit/Page.tsx";
import { ReasonDialog } from "../../kit/ReasonDialog.tsx";
import { useToasts } from "../../kit/ToastHost.tsx";

interface PlanActsProps {
  readonly plan: BulletinPlanView;
  /** Organisations it would reach now. */
  readonly count: number;
  readonly onChange: () => void;
  readonly onDone: () => void;
}

/** What can be done with it: approve or send back for a colleague, change or call off for whoever writes. */
export function PlanActs({ plan, count, onChange, onDone }: PlanActsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<Act>();
  return (
    <>
      <Inline>
        {plan.may.approve && (
          <>
            <Button variant="primary" onClick={() => setOpen("approve")}>
              {t("bulletinPlans.approve")}
            </Button>
            <Button onClick={() => setOpen("sendBack")}>{t("bulletinPlans.sendBack")}</Button>
          </>
        )}
        {plan.may.change && (
          <>
            <Button onClick={onChange}>{t("bulletinPlans.change")}</Button>
            <Button variant="danger" onClick={() => setOpen("cancel")}>
              {t("bulletinPlans.cancel")}
            </Button>
          </>
        )}
      </Inline>
      {open && <ActDialog act={open} plan={plan} count={count} onDone={onDone} onClose={() => setOpen(undefined)} />}
    </>
  );
}

type Act = "approve" | "sendBack" | "cancel";
const DONE = { approve: "approved", sendBack: "sentBack", cancel: "cancelled" } as const;

interface ActDialogProps extends Omit<PlanActsProps, "onChange"> {
  readonly act: Act;
  readonly onClose: () => void;
}

function ActDialog({ act, plan, count, onDone, onClose }: ActDialogProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const effect = useEffectOf(plan, count);
  const params = { planId: plan.id };
  const submit = async (reason: string) => {
    if (act === "approve") await hub.call("approveBulletinPlan", { params });
    else if (act === "sendBack") await hub.call("returnBulletinPlan", { params, body: { reason } });
    else await hub.call("cancelBulletinPlan", { params });
    toasts.show({ text: t(`bulletinPlans.${DONE[act]}`) });
    onClose();
    onDone();
  };
  const reason = { label: t("bulletinPlans.sendBackReason"), required: true };
  return (
    <ReasonDialog
      title={t(`bulletinPlans.${act}Title`)}
      confirmLabel={t(`bulletinPlans.${act}`)}
      busyLabel={t("bulletinPlans.working")}
      danger={act === "cancel"}
      {...(act === "sendBack" ? { reason } : {})}
      submit={submit}
      onClose={onClose}
    >
      {act === "approve" ? effect : act === "cancel" ? t("bulletinPlans.cancelText") : undefined}
    </ReasonDialog>
  );
}

/** What approving does, in words. */
function useEffectOf({ corrects, input: { goesAt } }: BulletinPlanView, count: number): string {
  const { t, language } = useText();
  if (corrects) return t("bulletinPlans.approveCorrection");
  const later = goesAt !== null && new Date(goesAt) > new Date();
  return later
    ? t("bulletinPlans.approveLater", { count, time: formatDateTime(goesAt, language) })
    : t("bulletinPlans.approveNow", { count });
}
