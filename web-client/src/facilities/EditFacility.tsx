import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Form } from "../kit/form.ts";
import { useTopOfPage } from "../kit/Page.tsx";
import { FormProblems, FormShell } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./facilities.module.css";
import { checkProfile, type FacilityValues, profileOf, valuesOf } from "./facilityForm.ts";
import type { FacilityTabProps } from "./facilityTab.ts";
import { NeedsFields } from "./NeedsFields.view.tsx";
import { ProfileFields } from "./ProfileFields.view.tsx";

/** Changing what a facility says of itself. What was typed stays when it cannot be saved. */
export function EditFacility({ facility, onChanged, onCancel }: FacilityTabProps & { onCancel: () => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  useTopOfPage();
  const [form, actions] = useViewModel(
    () =>
      new Form<FacilityValues>({
        initial: valuesOf(facility),
        check: checkProfile,
        submit: async (values, signal) => {
          const body = profileOf(values, facility.updatedAt);
          onChanged(await hub.call("editFacility", { params: { facilityId: facility.id }, body, signal }));
        },
      }),
  );
  return (
    <FormShell onSubmit={() => void actions.submit()}>
      <FormProblems form={form} />
      <ProfileFields form={form} onChange={actions.set} />
      <NeedsFields needs={form.values.needs} onChange={(needs) => actions.set({ needs })} />
      <div className={styles["formActions"]}>
        <Button onClick={onCancel} disabled={form.busy}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" variant="primary" busy={form.busy && t("common.saving")}>
          {t("common.save")}
        </Button>
      </div>
    </FormShell>
  );
}
