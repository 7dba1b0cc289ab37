import { consentGivers, consentMethods, consentScopes, relations } from "@tsunagi/contracts/codes/consent";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { CheckboxGroup, RadioGroup, Select } from "../kit/Choice.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { Columns } from "../kit/Page.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { useBinding, useFieldProblem } from "../kit/useForm.tsx";
import type { ConsentValues } from "./consent.model.ts";

export interface ConsentFieldsProps {
  readonly form: FormSnapshot<ConsentValues>;
  readonly onChange: (change: Partial<ConsentValues>) => void;
}

/** Who gave the consent, how, when and for what. */
export function ConsentFields({ form, onChange }: ConsentFieldsProps) {
  const { t } = useText();
  const options = useOptions();
  const bind = useBinding(form, onChange);
  const explain = useFieldProblem();
  return (
    <>
      <CheckboxGroup
        label={t("consent.scopes")}
        required
        stacked
        options={options(consentScopes)}
        values={form.values.scopes}
        onChange={(scopes) => onChange({ scopes })}
        error={explain(form.problems["scopes"])}
      />
      <RadioGroup {...bind("givenBy")} label={t("consent.givenBy")} options={options(consentGivers)} required />
      {form.values.givenBy === "representative" && (
        <Columns>
          <TextField
            {...bind("representativeName")}
            label={t("consent.representativeName")}
            required
            autoComplete="off"
          />
          <Select
            {...bind("relation")}
            label={t("consent.relation")}
            options={options(relations)}
            empty={t("common.choose")}
            required
          />
        </Columns>
      )}
      <RadioGroup {...bind("method")} label={t("consent.method")} options={options(consentMethods)} required />
      <TextField {...bind("givenOn")} label={t("consent.givenOn")} type="date" required />
      <TextArea {...bind("note")} label={t("consent.note")} hint={t("consent.noteHint")} required={false} rows={2} />
    </>
  );
}
