import { facilityNeeds } from "@tsunagi/contracts/codes/facilities";
import { costClasses, stayPeriods } from "@tsunagi/contracts/codes/negotiation";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { CheckboxGroup, type Option, Select } from "../kit/Choice.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { Columns, Inline } from "../kit/Page.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import type { WishValues } from "./wish.model.ts";

export interface WishStepProps {
  readonly form: FormSnapshot<WishValues>;
  readonly people: readonly Option<string>[];
  readonly onChange: (change: Partial<WishValues>) => void;
  readonly onSubmit: () => void;
}

/** For whom, what is needed, from when. Age, sex and levels come from the person's data. */
export function WishStep({ form, people, onChange, onSubmit }: WishStepProps) {
  const { t } = useText();
  const options = useOptions();
  const bind = useBinding(form, onChange);
  const { onChange: setNeeds, value: needs } = bind("needs");
  return (
    <FormShell onSubmit={onSubmit}>
      <FormProblems form={form} />
      <Card>
        <Select
          {...bind("personId")}
          label={t("negotiation.person")}
          hint={t("negotiation.personHint")}
          options={people}
          empty="—"
          required
        />
        <CheckboxGroup
          label={t("negotiation.needs")}
          values={needs}
          onChange={(values) => setNeeds([...values])}
          options={options(facilityNeeds)}
        />
        <Columns>
          <TextField {...bind("wishedFrom")} label={t("negotiation.wishedFrom")} type="date" required={false} />
          <Select {...bind("period")} label={t("negotiation.period")} options={options(stayPeriods)} />
          <Select {...bind("costClass")} label={t("negotiation.cost")} options={options(costClasses)} />
        </Columns>
        <TextArea
          {...bind("text")}
          label={t("negotiation.text")}
          hint={t("negotiation.textHint")}
          maxLength={1000}
          required={false}
        />
      </Card>
      <Inline>
        <Button type="submit" variant="primary" busy={form.busy && t("negotiation.checking")}>
          {t("negotiation.preview")}
        </Button>
      </Inline>
    </FormShell>
  );
}
