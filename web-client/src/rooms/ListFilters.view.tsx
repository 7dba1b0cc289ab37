import { townOf } from "@tsunagi/contracts/codes/municipalities";
import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import type { KindFilter, ListFilters } from "./listFilters.ts";
import styles from "./RoomList.module.css";
import type { RoomsSnapshot } from "./rooms.model.ts";

interface Props {
  readonly snapshot: Pick<RoomsSnapshot, "filters" | "choices">;
  readonly organisations: ReadonlyMap<string, string>;
  readonly onFilter: (change: Partial<ListFilters>) => void;
}

const KINDS: Readonly<Record<KindFilter, PlainTextKey>> = {
  care: "rooms.filterCare",
  watch: "rooms.filterWatch",
  organisation: "rooms.filterOrganisation",
};

/** Kinds as chips, towns and organisations as lists of the system's own; only where there is a choice. */
export function ListFiltersView({ snapshot, organisations, onFilter }: Props) {
  const { t, language } = useText();
  const { filters, choices } = snapshot;
  if (choices.kinds.length + choices.municipalities.length + choices.organisations.length === 0) return null;
  const town = (code: string) => townOf(code, language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways in every browser
    <div role="group" className={styles["chips"]} aria-label={t("rooms.filters")}>
      {choices.kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles["chip"]}
          aria-pressed={filters.kind === kind}
          onClick={() => onFilter({ kind: filters.kind === kind ? "" : kind })}
        >
          {t(KINDS[kind])}
        </button>
      ))}
      <ChipSelect
        label={t("rooms.filterMunicipality")}
        value={filters.municipality}
        options={choices.municipalities.map((code) => [code, town(code)])}
        onChange={(municipality) => onFilter({ municipality })}
      />
      <ChipSelect
        label={t("rooms.filterOrganisationName")}
        value={filters.organisation}
        options={choices.organisations
          .map((id) => [id, organisations.get(id) ?? ""] as const)
          .filter(([, name]) => name !== "")
          .sort(([, a], [, b]) => a.localeCompare(b, "ja"))}
        onChange={(organisation) => onFilter({ organisation })}
      />
    </div>
  );
}

interface ChipSelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function ChipSelect({ label, value, options, onChange }: ChipSelectProps) {
  if (options.length === 0) return null;
  return (
    <select
      className={styles["chip"]}
      aria-label={label}
      data-chosen={value !== "" || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{label}</option>
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}
