import type { FacilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { X } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import styles from "./facilitySearch.module.css";
import type { ActiveFilter } from "./words.ts";

/** What is on, each to be taken away by a tap. */
export function ChipsView(props: {
  active: readonly ActiveFilter[];
  onChange: (change: Partial<FacilityFilters>) => void;
  onClear: () => void;
}) {
  const { active, onChange, onClear } = props;
  const { t } = useText();
  if (active.length === 0) return null;
  return (
    <div className={styles["chips"]}>
      <ul aria-label={t("facilitySearch.active")}>
        {active.map(({ key, label, without }) => (
          <li key={key}>
            <button
              type="button"
              className={styles["chip"]}
              aria-label={t("facilitySearch.remove", { filter: label })}
              onClick={() => onChange(without)}
            >
              <span>{label}</span>
              <X size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" variant="quiet" onClick={onClear}>
        {t("facilitySearch.clear")}
      </Button>
    </div>
  );
}
