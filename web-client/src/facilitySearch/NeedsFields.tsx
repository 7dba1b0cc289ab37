import { facilityNeeds } from "@tsunagi/contracts/codes/facilities";
import type { FacilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { CheckboxGroup, RadioGroup } from "../kit/Choice.tsx";
import { Fold } from "./Fold.tsx";

type Need = FacilityFilters["needs"][number];

/** The needs a facility must meet; for each whether 要相談 is enough. */
export function NeedsFields(props: { needs: readonly Need[]; onChange: (change: Partial<FacilityFilters>) => void }) {
  const { needs, onChange } = props;
  const { t, language } = useText();
  const options = useOptions();
  const choose = (codes: readonly Need["need"][]) =>
    onChange({
      needs: codes.map((code) => needs.find(({ need }) => need === code) ?? { need: code, least: "consult" }),
    });
  const demand = (code: Need["need"], least: Need["least"]) =>
    onChange({ needs: needs.map((one) => (one.need === code ? { need: code, least } : one)) });
  return (
    <Fold title={t("facilitySearch.needs")} open={needs.length > 0}>
      <CheckboxGroup
        label={t("facilitySearch.needs")}
        hint={t("facilitySearch.needsHint")}
        values={needs.map(({ need }) => need)}
        options={options(facilityNeeds)}
        onChange={choose}
      />
      {needs.map(({ need, least }) => (
        <RadioGroup
          key={need}
          label={t("facilitySearch.least", { need: facilityNeeds.label(need, language) })}
          value={least}
          options={[
            { value: "consult", label: t("facilitySearch.leastConsult") },
            { value: "accept", label: t("facilitySearch.leastAccept") },
          ]}
          onChange={(value) => demand(need, value)}
        />
      ))}
    </Fold>
  );
}
