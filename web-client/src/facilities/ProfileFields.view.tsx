import { facilityOffers, roomTypes } from "@tsunagi/contracts/codes/facilities";
import { careLevels } from "@tsunagi/contracts/codes/levels";
import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Card } from "../kit/Card.tsx";
import { CheckboxGroup, Select } from "../kit/Choice.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { Columns, Pair } from "../kit/Page.tsx";
import { TextArea, TextField } from "../kit/TextField.tsx";
import { useBinding } from "../kit/useForm.tsx";
import styles from "./facilities.module.css";
import type { FacilityValues, OfferAnswer } from "./facilityForm.ts";

interface Props {
  readonly form: FormSnapshot<FacilityValues>;
  readonly onChange: (change: Partial<FacilityValues>) => void;
}

/** The fields of a profile but for the needs. */
export function ProfileFields({ form, onChange }: Props) {
  const { t } = useText();
  const options = useOptions();
  const bind = useBinding(form, onChange);
  const several = <Name extends "roomTypes" | "careLevels" | "areaMunicipalities">(name: Name) => {
    const { value, ...rest } = bind(name);
    return { values: value, ...rest };
  };
  return (
    <>
      <Card title={t("facilities.features")}>
        <TextArea {...bind("features")} label={t("facilities.features")} hint={t("facilities.featuresHint")} rows={3} />
        <TextArea {...bind("services")} label={t("facilities.services")} rows={4} />
        <TextArea {...bind("contactHours")} label={t("facilities.contactHours")} rows={2} />
      </Card>
      <Card title={t("facilities.roomsAndCost")}>
        <CheckboxGroup {...several("roomTypes")} label={t("facilities.rooms")} options={options(roomTypes)} />
        <CheckboxGroup {...several("careLevels")} label={t("facilities.careLevels")} options={options(careLevels)} />
        <Pair>
          <TextField {...bind("monthlyCostFrom")} label={t("facilities.costFrom")} inputMode="numeric" digits />
          <TextField {...bind("monthlyCostTo")} label={t("facilities.costTo")} inputMode="numeric" digits />
        </Pair>
        <TextArea {...bind("costNote")} label={t("facilities.costNote")} rows={2} />
      </Card>
      <Card title={t("facilities.offers")}>
        <p>{t("facilities.offersHint")}</p>
        <Columns>
          {options(facilityOffers).map(({ value, label }) => (
            <Select<Exclude<OfferAnswer, "">>
              key={value}
              label={label}
              value={form.values.offers[value] ?? ""}
              onChange={(answer) => onChange({ offers: { ...form.values.offers, [value]: answer } })}
              options={[
                { value: "yes", label: t("facilities.yes") },
                { value: "no", label: t("facilities.no") },
              ]}
              empty={t("facilities.notSaid")}
            />
          ))}
        </Columns>
      </Card>
      <Card title={t("facilities.area")}>
        <details className={styles["fold"]}>
          <summary>{t("facilities.areaChosen", { count: form.values.areaMunicipalities.length })}</summary>
          <CheckboxGroup
            {...several("areaMunicipalities")}
            label={t("facilities.areaMunicipalities")}
            options={options(municipalities)}
          />
        </details>
        <TextField {...bind("areaNote")} label={t("facilities.areaNote")} autoComplete="off" />
      </Card>
    </>
  );
}
