import { facilityOffers, roomTypes } from "@tsunagi/contracts/codes/facilities";
import { serviceLabel } from "@tsunagi/contracts/codes/facilityServices";
import { careLevels } from "@tsunagi/contracts/codes/levels";
import type { FacilityFilters, FacilitySearchResult } from "@tsunagi/contracts/rest/facilitySearch";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { CheckboxGroup, RadioGroup, Select, Switch } from "../kit/Choice.tsx";
import { Stack } from "../kit/Page.tsx";
import { TextField } from "../kit/TextField.tsx";
import { AreaFields, type LocateAddress } from "./AreaFields.tsx";
import { Fold } from "./Fold.tsx";
import { NeedsFields } from "./NeedsFields.tsx";
import { SERVICE_GROUPS } from "./serviceGroups.ts";

export interface FiltersViewProps {
  readonly filters: FacilityFilters;
  readonly facets: FacilitySearchResult["facets"] | undefined;
  readonly onChange: (change: Partial<FacilityFilters>) => void;
  readonly onLocate: LocateAddress;
}

const TEN_THOUSAND = 10_000;

/** Every filter, most asked first; what is on opens by itself. */
export function FiltersView({ filters, facets, onChange, onLocate }: FiltersViewProps) {
  const { t } = useText();
  const options = useOptions();
  const { roomTypes: rooms, offers, monthlyCost, includeUnknown } = filters;
  return (
    <Stack>
      <AreaFields filters={filters} counts={facets?.municipality} onChange={onChange} onLocate={onLocate} />
      <ServiceFields filters={filters} counts={facets?.service} onChange={onChange} />
      <NeedsFields needs={filters.needs} onChange={onChange} />
      <VacancyFields filters={filters} onChange={onChange} />
      <Select
        label={t("facilitySearch.careLevel")}
        value={filters.careLevel ?? ""}
        options={options(careLevels)}
        empty={t("facilitySearch.any")}
        onChange={(level) => onChange({ careLevel: level === "" ? null : level })}
      />
      <Fold title={t("facilitySearch.rooms")} open={rooms.length > 0}>
        <CheckboxGroup
          label={t("facilitySearch.rooms")}
          values={rooms}
          options={options(roomTypes)}
          onChange={(values) => onChange({ roomTypes: [...values] })}
        />
      </Fold>
      <Fold title={t("facilitySearch.offers")} open={offers.length > 0 || monthlyCost !== null}>
        <TextField
          label={t("facilitySearch.cost")}
          hint={t("facilitySearch.costHint")}
          inputMode="decimal"
          type="number"
          min={1}
          value={monthlyCost === null ? "" : String(monthlyCost / TEN_THOUSAND)}
          onChange={(text) =>
            onChange({ monthlyCost: Number(text) > 0 ? Math.round(Number(text) * TEN_THOUSAND) : null })
          }
        />
        <CheckboxGroup
          label={t("facilitySearch.offers")}
          values={offers}
          options={options(facilityOffers)}
          stacked
          onChange={(values) => onChange({ offers: [...values] })}
        />
      </Fold>
      <Switch
        label={t("facilitySearch.includeUnknown")}
        hint={t("facilitySearch.includeUnknownHint")}
        checked={includeUnknown}
        onChange={(on) => onChange({ includeUnknown: on })}
      />
    </Stack>
  );
}

type Part = Pick<FiltersViewProps, "filters" | "onChange">;

function ServiceFields({ filters, counts = {}, onChange }: Part & { counts: Record<string, number> | undefined }) {
  const { t, language } = useText();
  const { services } = filters;
  return (
    <Fold title={t("facilitySearch.services")} open={services.length > 0}>
      {SERVICE_GROUPS.map((group) => (
        <CheckboxGroup
          key={group.label}
          label={t(group.label)}
          values={services.filter((service) => group.services.includes(service))}
          options={group.services.map((value) => ({
            value,
            label: `${serviceLabel(value, language)}${counts[value] ? `（${counts[value]}）` : ""}`,
          }))}
          stacked
          onChange={(values) =>
            onChange({ services: [...services.filter((other) => !group.services.includes(other)), ...values] })
          }
        />
      ))}
    </Fold>
  );
}

function VacancyFields({ filters: { vacancy, sex }, onChange }: Part) {
  const { t } = useText();
  const chosen = vacancy === null ? "any" : vacancy.by === null ? "now" : "by";
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Stack>
      <RadioGroup
        label={t("facilitySearch.vacancy")}
        value={chosen}
        options={[
          { value: "any", label: t("facilitySearch.any") },
          { value: "now", label: t("facilitySearch.vacantNow") },
          { value: "by", label: t("facilitySearch.vacantByDate") },
        ]}
        onChange={(value) => onChange({ vacancy: value === "any" ? null : { by: value === "now" ? null : today } })}
      />
      {chosen === "by" && (
        <TextField
          label={t("facilitySearch.by")}
          type="date"
          value={vacancy?.by ?? ""}
          onChange={(day) => onChange({ vacancy: { by: day || null } })}
        />
      )}
      {chosen !== "any" && <SexField sex={sex} onChange={onChange} />}
    </Stack>
  );
}

function SexField({ sex, onChange }: Pick<FacilityFilters, "sex"> & Pick<FiltersViewProps, "onChange">) {
  const { t } = useText();
  return (
    <RadioGroup
      label={t("facilitySearch.sex")}
      value={sex ?? "any"}
      options={[
        { value: "any", label: t("facilitySearch.any") },
        { value: "female", label: t("facilitySearch.women") },
        { value: "male", label: t("facilitySearch.men") },
      ]}
      onChange={(value) => onChange({ sex: value === "any" ? null : value })}
    />
  );
}
