import type { VacancyView } from "@tsunagi/contracts/rest/facilities";
import { Check, Pencil } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Form } from "../kit/form.ts";
import { Inline } from "../kit/Page.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { FormProblems, FormShell } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./facilities.module.css";
import type { FacilityTabProps } from "./facilityTab.ts";
import { VacancyFacts } from "./VacancyFacts.tsx";
import { VacancyFields } from "./VacancyFields.view.tsx";
import { checkVacancy, type VacancyValues, vacancyOf, valuesOf } from "./vacancyForm.ts";

/** What is free now: confirmed as it is by one tap, or reported anew. */
export function VacancyTab({ facility, onChanged }: FacilityTabProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [editing, setEditing] = useState(false);
  const params = { facilityId: facility.id };
  const reported = (vacancy: VacancyView) => {
    onChanged({ ...facility, vacancy });
    setEditing(false);
    toasts.show({ text: t("facilities.reported") });
  };
  const [confirming, confirmation] = useViewModel(
    () =>
      new Form<object>({
        initial: {},
        submit: async (_, signal) => reported(await hub.call("confirmVacancy", { params, signal })),
      }),
  );
  if (editing)
    return <ReportVacancy {...{ facility, onChanged }} onReported={reported} onCancel={() => setEditing(false)} />;
  return (
    <Card title={t("facilities.vacancy")}>
      <VacancyFacts vacancy={facility.vacancy} />
      <FormProblems form={confirming} />
      {facility.may.report && (
        <Inline>
          {facility.vacancy && (
            <Button
              variant="primary"
              icon={Check}
              busy={confirming.busy && t("common.saving")}
              onClick={() => void confirmation.submit()}
            >
              {t("facilities.unchanged")}
            </Button>
          )}
          <Button variant={facility.vacancy ? "plain" : "primary"} icon={Pencil} onClick={() => setEditing(true)}>
            {t("facilities.update")}
          </Button>
        </Inline>
      )}
    </Card>
  );
}

interface ReportProps extends FacilityTabProps {
  readonly onReported: (vacancy: VacancyView) => void;
  readonly onCancel: () => void;
}

function ReportVacancy({ facility, onReported, onCancel }: ReportProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [form, actions] = useViewModel(
    () =>
      new Form<VacancyValues>({
        initial: valuesOf(facility),
        check: checkVacancy,
        submit: async (values, signal) => {
          const params = { facilityId: facility.id };
          onReported(await hub.call("reportVacancy", { params, body: vacancyOf(values), signal }));
        },
      }),
  );
  return (
    <FormShell onSubmit={() => void actions.submit()}>
      <FormProblems form={form} />
      <VacancyFields facility={facility} form={form} onChange={actions.set} />
      <div className={styles["formActions"]}>
        <Button onClick={onCancel} disabled={form.busy}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" variant="primary" busy={form.busy && t("common.saving")}>
          {t("facilities.report")}
        </Button>
      </div>
    </FormShell>
  );
}
