import { type FacilityHit, type FacilitySort, facilitySorts, MOST_HITS } from "@tsunagi/contracts/rest/facilitySearch";
import { List as ListIcon, Map as MapIcon, Send, SlidersHorizontal } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useLocation } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button, ButtonLink } from "../kit/Button.tsx";
import { Select } from "../kit/Choice.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Page, useDocumentTitle } from "../kit/Page.tsx";
import { Busy, SkeletonList } from "../kit/State.tsx";
import { TextField } from "../kit/TextField.tsx";
import { useWideScreen } from "../kit/useMediaQuery.ts";
import { useViewModel } from "../kit/useViewModel.ts";
import { ChipsView } from "./Chips.view.tsx";
import { FiltersView, type FiltersViewProps } from "./Filters.view.tsx";
import { FacilitySearchModel, type FacilitySearchSnapshot } from "./facilitySearch.model.ts";
import styles from "./facilitySearch.module.css";
import { NO_FILTERS } from "./filtersAddress.ts";
import { keepInAddress, readAddress } from "./keptInTab.ts";
import { ResultsView } from "./Results.view.tsx";
import { SavedSearches } from "./SavedSearches.tsx";
import { activeFilters } from "./words.ts";

const FacilityMap = lazy(async () => ({ default: (await import("./FacilityMap.tsx")).FacilityMap }));

/** Looking for facilities: filters, list or map, and the choice of whom to ask. */
export function FacilitySearchPage() {
  const text = useText();
  const { t } = text;
  const { hub, session } = useWorkplace();
  const [snapshot, model] = useViewModel(
    () =>
      new FacilitySearchModel({
        initial: readAddress(),
        keep: keepInAddress,
        search: (body, signal) => hub.call("searchFacilities", { body, signal }),
      }),
  );
  const [onMap, showMap] = useState(false);
  const wide = useWideScreen();
  useDocumentTitle(t("facilitySearch.title"));
  const { filters, result } = snapshot;
  const mayAsk = session.permissions.includes("negotiation.ask");
  const filtersProps: FiltersViewProps = {
    filters,
    facets: result?.facets,
    onChange: model.change,
    onLocate: async (address) => (await hub.call("locateAddress", { body: { address } })).place,
  };
  const offers = session.permissions.includes("facility.edit") || session.permissions.includes("vacancy.report");
  const own = offers && <ButtonLink href="/facilities/own">{t("app.ownFacilities")}</ButtonLink>;
  return (
    <Page title={t("facilitySearch.title")} actions={own}>
      <div className={styles["page"]}>
        {wide && (
          <aside className={styles["side"]} aria-label={t("facilitySearch.filters")}>
            <FiltersView {...filtersProps} />
          </aside>
        )}
        <div className={styles["main"]}>
          <search aria-label={t("facilitySearch.title")} className={styles["top"]}>
            <TextField
              label={t("facilitySearch.words")}
              hint={t("facilitySearch.wordsHint")}
              value={filters.text}
              maxLength={80}
              autoComplete="off"
              enterKeyHint="search"
              onChange={(words) => model.change({ text: words })}
            />
          </search>
          <ChipsView
            active={activeFilters(filters, text)}
            onChange={model.change}
            onClear={() => model.change({ ...NO_FILTERS, text: filters.text })}
          />
          <SavedSearches filters={filters} onOpen={model.change} />
          <Bar snapshot={snapshot} model={model} onMap={onMap} showMap={showMap} filters={wide ? null : filtersProps} />
          {snapshot.failure && <FailureBanner failure={snapshot.failure} onRetry={() => void model.search()} />}
          {!result && snapshot.searching && <SkeletonList label={t("common.loading")} />}
          {result && onMap && <MapOf snapshot={snapshot} model={model} />}
          {result && (!onMap || result.total === 0) && (
            <ResultsView
              result={result}
              chosen={snapshot.chosen}
              {...(mayAsk ? { onChoose: model.choose } : {})}
              onMore={model.more}
              onRelax={model.change}
            />
          )}
        </div>
      </div>
      <AskBar
        chosen={snapshot.chosen}
        onNone={() => [...snapshot.chosen.values()].map((hit) => model.choose(hit, false))}
      />
    </Page>
  );
}

interface PartProps {
  readonly snapshot: FacilitySearchSnapshot;
  readonly model: FacilitySearchModel;
}

function MapOf({ snapshot: { result, filters }, model }: PartProps) {
  const { t } = useText();
  const [, navigate] = useLocation();
  return (
    <Suspense fallback={<Busy>{t("common.loading")}</Busy>}>
      <FacilityMap
        hits={result?.hits ?? []}
        near={filters.near}
        onPlace={(place) => model.change({ near: { ...place, km: filters.near?.km ?? 10 } })}
        onOpen={({ id }: FacilityHit) => navigate(`/facilities/${id}`)}
      />
    </Suspense>
  );
}

interface BarProps extends PartProps {
  readonly onMap: boolean;
  readonly showMap: (on: boolean) => void;
  /** For the sheet of narrow screens. */
  readonly filters: FiltersViewProps | null;
}

/** How many were found, in which order, list or map; on phones the way to the filters. */
function Bar({ snapshot, model, onMap, showMap, filters }: BarProps) {
  const text = useText();
  const { t } = text;
  const [open, setOpen] = useState(false);
  const count = activeFilters(snapshot.filters, text).length;
  const total = snapshot.result?.total ?? 0;
  const sorts: Readonly<Record<FacilitySort, string>> = {
    fit: t("facilitySearch.sortFit"),
    distance: t("facilitySearch.sortDistance"),
    freshness: t("facilitySearch.sortFreshness"),
    cost: t("facilitySearch.sortCost"),
  };
  const offered = facilitySorts.options.filter((sort) => sort !== "distance" || snapshot.filters.near !== null);
  return (
    <>
      <div className={styles["bar"]}>
        <p className={styles["total"]} role="status">
          {snapshot.searching ? t("facilitySearch.searching") : t("facilitySearch.found", { count: total })}
        </p>
        {filters && (
          <Button icon={SlidersHorizontal} onClick={() => setOpen(true)}>
            {count > 0 ? t("facilitySearch.filtersCount", { count }) : t("facilitySearch.filters")}
          </Button>
        )}
        <Button
          icon={onMap ? ListIcon : MapIcon}
          onClick={() => {
            if (!onMap) model.more();
            showMap(!onMap);
          }}
        >
          {onMap ? t("facilitySearch.list") : t("facilitySearch.map")}
        </Button>
        <Select
          label={t("facilitySearch.sort")}
          value={snapshot.sort}
          options={offered.map((value) => ({ value, label: sorts[value] }))}
          onChange={(sort) => sort !== "" && model.sortBy(sort)}
        />
      </div>
      {open && filters && (
        <Dialog
          title={t("facilitySearch.filters")}
          onClose={() => setOpen(false)}
          actions={
            <Button variant="primary" wide onClick={() => setOpen(false)}>
              {t("facilitySearch.show", { count: Math.min(total, total || MOST_HITS) })}
            </Button>
          }
        >
          <FiltersView {...filters} />
        </Dialog>
      )}
    </>
  );
}

/** Stays in sight while something is chosen: from here several facilities are asked at once. */
function AskBar({ chosen, onNone }: { chosen: ReadonlyMap<string, FacilityHit>; onNone: () => void }) {
  const { t } = useText();
  const { size: count } = chosen;
  if (count === 0) return null;
  return (
    <div className={styles["ask"]} role="status">
      <span>{t("facilitySearch.chosen", { count })}</span>
      <Button size="small" onClick={onNone}>
        {t("facilitySearch.unchoose")}
      </Button>
      <ButtonLink href={`/negotiations/new?facilities=${[...chosen.keys()].join(",")}`} variant="primary" icon={Send}>
        {t("facilitySearch.ask", { count })}
      </ButtonLink>
    </div>
  );
}
