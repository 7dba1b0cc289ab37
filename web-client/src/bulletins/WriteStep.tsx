import { bulletinAsks, bulletinCategories, bulletinUrgencies } from "@tsunagi/contracts/codes/bulletins";
import { serviceKeys, serviceLabel } from "@tsunagi/contracts/codes/facilityServices";
import { medicalAreas } from "@tsunagi/contracts/codes/medicalAreas";
import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import { organisationKinds } from "@tsunagi/contracts/codes/organisationKinds";
import { roles } from "@tsunagi/contracts/codes/roles";
import { BULLETIN_BODY } from "@tsunagi/contracts/rest/bulletins";
import type { ReactNode } from "react";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { CheckboxGroup, type Option, Select } from "../kit/Choice.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { Columns, Inline } from "../kit/Page.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import type { BulletinValues } from "./bulletin.model.ts";
import styles from "./bulletins.module.css";
import { WithinField } from "./WithinField.tsx";

interface WriteStepProps {
  readonly form: FormSnapshot<BulletinValues>;
  readonly onChange: (change: Partial<BulletinValues>) => void;
  readonly onSubmit: () => void;
}

/** What is said, how urgent it is, what is asked, and whom it is for. */
export function WriteStep({ form, onChange, onSubmit }: WriteStepProps) {
  const { t, language } = useText();
  const options = useOptions();
  const bind = useBinding(form, onChange);
  const { values } = form;
  return (
    <FormShell onSubmit={onSubmit}>
      <FormProblems form={form} />
      <Card>
        <TextField {...bind("title")} label={t("bulletins.subject")} maxLength={100} required />
        <TextArea
          {...bind("body")}
          label={t("bulletins.body")}
          hint={t("bulletins.bodyHint")}
          rows={8}
          maxLength={BULLETIN_BODY}
          required
        />
        <Columns>
          <Select
            {...bind("category")}
            label={t("bulletins.category")}
            options={options(bulletinCategories)}
            empty="—"
            required
          />
          <Select {...bind("urgency")} label={t("bulletins.urgency")} options={options(bulletinUrgencies)} />
          <Select {...bind("ask")} label={t("bulletins.ask")} options={options(bulletinAsks)} />
          <WithinField {...bind("within")} />
        </Columns>
      </Card>
      <Card title={t("bulletinPlans.when")}>
        <Columns>
          <TextField
            {...bind("goesAt")}
            type="datetime-local"
            label={t("bulletinPlans.goesAt")}
            hint={t("bulletinPlans.goesAtHint")}
          />
          <TextField
            {...bind("lastDay")}
            type="date"
            label={t("bulletinPlans.lastDay")}
            hint={t("bulletinPlans.lastDayHint")}
          />
        </Columns>
      </Card>
      <Card title={t("bulletins.audience")}>
        <p>{t("bulletins.audienceHint")}</p>
        <Folded
          label={t("bulletins.areas")}
          values={values.areas}
          options={options(medicalAreas)}
          onChange={(areas) => onChange({ areas: [...areas] })}
        />
        <Folded
          label={t("bulletins.municipalities")}
          values={values.municipalities}
          options={options(municipalities)}
          onChange={(chosen) => onChange({ municipalities: [...chosen] })}
        />
        <Folded
          label={t("bulletins.kinds")}
          values={values.kinds}
          options={options(organisationKinds)}
          onChange={(kinds) => onChange({ kinds: [...kinds] })}
        />
        <Folded
          label={t("bulletins.services")}
          values={values.services}
          options={serviceKeys.map((value) => ({ value, label: serviceLabel(value, language) }))}
          onChange={(services) => onChange({ services: [...services] })}
        />
        <Folded
          label={t("bulletins.roles")}
          values={values.roles}
          options={options(roles)}
          onChange={(chosen) => onChange({ roles: [...chosen] })}
        />
      </Card>
      <Inline>
        <Button type="submit" variant="primary" busy={form.busy && t("bulletins.checking")}>
          {t("bulletins.preview")}
        </Button>
      </Inline>
    </FormShell>
  );
}

interface FoldedProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly options: readonly Option<Value>[];
  readonly onChange: (values: readonly Value[]) => void;
}

/** A long list to choose from, closed until it is wanted; what is chosen stands on its line. */
function Folded<Value extends string>({ label, values, options, onChange }: FoldedProps<Value>): ReactNode {
  const chosen = options.filter(({ value }) => values.includes(value)).map((option) => option.label);
  return (
    <details>
      <summary className={styles["summary"]}>{chosen.length > 0 ? `${label}：${chosen.join("、")}` : label}</summary>
      <CheckboxGroup label={label} values={values} options={options} onChange={onChange} />
    </details>
  );
}
