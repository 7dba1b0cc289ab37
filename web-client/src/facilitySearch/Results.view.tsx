import type {
  FacilityFilters,
  FacilityHit,
  FacilitySearchResult,
  Relaxation,
} from "@tsunagi/contracts/rest/facilitySearch";
import { MOST_HITS } from "@tsunagi/contracts/rest/facilitySearch";
import { SearchX } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { EmptyState } from "../kit/State.tsx";
import styles from "./facilitySearch.module.css";
import { HitView } from "./Hit.view.tsx";
import { relaxationText } from "./words.ts";

export interface ResultsViewProps {
  readonly result: FacilitySearchResult;
  readonly chosen: ReadonlyMap<string, FacilityHit>;
  readonly onChoose?: (hit: FacilityHit, on: boolean) => void;
  readonly onMore: () => void;
  readonly onRelax: (filters: FacilityFilters) => void;
}

/** The list of what was found; when nothing was, what to change. */
export function ResultsView({ result, chosen, onChoose, onMore, onRelax }: ResultsViewProps) {
  const { t } = useText();
  const { total, hits, relaxations } = result;
  if (total === 0) return <NothingView relaxations={relaxations} onRelax={onRelax} />;
  return (
    <>
      <ul className={styles["hits"]} aria-label={t("facilitySearch.list")}>
        {hits.map((hit) => (
          <HitView
            key={hit.id}
            hit={hit}
            chosen={chosen.has(hit.id)}
            {...(onChoose ? { onChoose: (on: boolean) => onChoose(hit, on) } : {})}
          />
        ))}
      </ul>
      {hits.length < Math.min(total, MOST_HITS) && (
        <Button wide onClick={onMore}>
          {t("facilitySearch.more")}
        </Button>
      )}
      {hits.length >= MOST_HITS && total > MOST_HITS && <p className={styles["hint"]}>{t("facilitySearch.most")}</p>}
      <p className={styles["hint"]}>{t("facilitySearch.invented")}</p>
    </>
  );
}

function NothingView(props: { relaxations: readonly Relaxation[]; onRelax: (filters: FacilityFilters) => void }) {
  const { relaxations, onRelax } = props;
  const text = useText();
  const { t } = text;
  return (
    <EmptyState icon={SearchX} title={t("facilitySearch.none")}>
      <span>{relaxations.length > 0 ? t("facilitySearch.noneHint") : t("facilitySearch.noneAtAll")}</span>
      <span className={styles["relax"]}>
        {relaxations.map((one) => (
          <Button key={`${one.change} ${one.filter} ${one.value}`} onClick={() => onRelax(one.filters)}>
            {relaxationText(one, text)} → {t("facilitySearch.gives", { count: one.total })}
          </Button>
        ))}
      </span>
    </EmptyState>
  );
}
