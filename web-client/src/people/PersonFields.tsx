import type { CodeList } from "@tsunagi/contracts/codes/codeList";
import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Card } from "../kit/Card.tsx";
import { RadioGroup, Select } from "../kit/Choice.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { Columns, Pair } from "../kit/Page.tsx";
import { TextField } from "../kit/TextField.tsx";
import { useBinding } from "../kit/useForm.tsx";
import { BirthDateField } from "./BirthDateField.tsx";
import { levelLists, type PersonValues, sexList } from "./personForm.ts";

export interface PersonFieldsProps {
  readonly form: FormSnapshot<PersonValues>;
  readonly onChange: (change: Partial<PersonValues>) => void;
}

/** The fields of a person, the same for registering and for changing. */
export function PersonFields({ form, onChange }: PersonFieldsProps) {
  const { t } = useText();
  const options = useOptions();
  const bind = useBinding(form, onChange);
  return (
    <>
      <Card title={t("people.identity")}>
        <Pair>
          <TextField {...bind("familyName")} label={t("people.familyName")} required autoComplete="off" />
          <TextField {...bind("givenName")} label={t("people.givenName")} required autoComplete="off" />
        </Pair>
        <Pair>
          <TextField {...bind("familyKana")} label={t("people.familyKana")} required autoComplete="off" />
          <TextField {...bind("givenKana")} label={t("people.givenKana")} required autoComplete="off" />
        </Pair>
        <BirthDateField {...bind("birthDate")} label={t("people.birthDateLabel")} required />
        <RadioGroup {...bind("sex")} options={options(sexList)} label={t("people.sex")} required />
      </Card>
      <Card title={t("people.contact")}>
        <Columns>
          <Select
            {...bind("municipality")}
            options={options(municipalities)}
            empty={t("common.choose")}
            label={t("people.municipality")}
            required
          />
          <TextField {...bind("phone")} label={t("people.phone")} type="tel" inputMode="tel" autoComplete="off" />
        </Columns>
        <TextField {...bind("address")} label={t("people.address")} autoComplete="off" />
      </Card>
      <Card title={t("people.levels")}>
        <p>{t("people.levelsHint")}</p>
        <Pair>
          {(Object.keys(levelLists) as (keyof typeof levelLists)[]).map((field) => (
            <Select
              key={field}
              {...bind(field)}
              options={options(levelLists[field] as CodeList<string>)}
              empty={t("common.notSet")}
              label={t(`people.${field}`)}
            />
          ))}
        </Pair>
      </Card>
    </>
  );
}
