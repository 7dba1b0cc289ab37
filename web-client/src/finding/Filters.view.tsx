import { SlidersHorizontal } from "lucide-react";
import { useId, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { type Option, Select, Switch } from "../kit/Choice.tsx";
import { TextField } from "../kit/TextField.tsx";
import styles from "./finding.module.css";
import { filterCount, type SearchFilters } from "./searchFilters.ts";

export interface FiltersProps {
  readonly filters: SearchFilters;
  readonly rooms: readonly Option<string>[];
  readonly senders: readonly Option<string>[];
  readonly onFilter: (change: Partial<SearchFilters>) => void;
  readonly onClear: () => void;
  /** Only files are shown anyway. */
  readonly filesOnly: boolean;
}

/** Where, from whom, with a file, when. Folded away until it is wanted. */
export function FiltersView({ filters, rooms, senders, onFilter, onClear, filesOnly }: FiltersProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const id = useId();
  const count = filterCount(filters) + (filters.roomId === "" ? 0 : 1);
  return (
    <div className={styles["filters"]}>
      <Button
        size="small"
        variant="quiet"
        icon={SlidersHorizontal}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {count > 0 ? t("finding.narrowed", { count }) : t("finding.narrow")}
      </Button>
      <div id={id} className={styles["fields"]} hidden={!open}>
        <Select
          label={t("finding.room")}
          value={filters.roomId}
          options={rooms}
          empty={t("finding.allRooms")}
          onChange={(roomId) => onFilter({ roomId })}
        />
        <Select
          label={t("finding.sender")}
          value={filters.sender}
          options={senders}
          empty={t("finding.anybody")}
          onChange={(sender) => onFilter({ sender })}
        />
        <div className={styles["days"]}>
          <TextField
            type="date"
            label={t("finding.since")}
            value={filters.since}
            max={filters.until || undefined}
            onChange={(since) => onFilter({ since })}
          />
          <TextField
            type="date"
            label={t("finding.until")}
            value={filters.until}
            min={filters.since || undefined}
            onChange={(until) => onFilter({ until })}
          />
        </div>
        {!filesOnly && (
          <Switch
            label={t("finding.withFile")}
            checked={filters.withFile}
            onChange={(withFile) => onFilter({ withFile })}
          />
        )}
        {count > 0 && (
          <Button size="small" onClick={onClear}>
            {t("finding.clear")}
          </Button>
        )}
      </div>
    </div>
  );
}
