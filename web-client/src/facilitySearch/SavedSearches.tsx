import type { FacilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import type { SavedSearchView } from "@tsunagi/contracts/rest/savedSearches";
import { BellRing, BookmarkPlus } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { useWorkplace } from "../app/services.ts";
import { type Failure, failureOf } from "../hub/failure.ts";
import { Loader } from "../hub/loadable.ts";
import { formatDateTime } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { CountBadge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Inline } from "../kit/Page.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { Fold } from "./Fold.tsx";
import styles from "./facilitySearch.module.css";
import { vacancyNewsSeen } from "./vacancyNewsSeen.ts";
import { activeFilters } from "./words.ts";

export interface SavedSearchesProps {
  readonly filters: FacilityFilters;
  readonly onOpen: (filters: FacilityFilters) => void;
}

/** Kept searches: keeping this one, the new vacancies that fit, opening and ending them. */
export function SavedSearches({ filters, onOpen }: SavedSearchesProps) {
  const text = useText();
  const { t } = text;
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const [loaded, list] = useViewModel(
    () => new Loader(async (signal) => (await hub.call("listSavedSearches", { signal })).searches),
  );
  const [failure, setFailure] = useState<Failure>();
  const [ending, setEnding] = useState<SavedSearchView>();
  const searches = loaded.value ?? [];
  const act = async (work: () => Promise<unknown>, said?: string) => {
    setFailure(undefined);
    try {
      await work();
      if (said) toasts.show({ text: said });
      await list.reload();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const keep = () => act(() => hub.call("saveSearch", { body: { filters } }), t("facilitySearch.kept"));
  const open = (search: SavedSearchView) => {
    onOpen(search.filters);
    void act(async () => {
      await hub.call("seeSavedSearch", { params: { searchId: search.id } });
      vacancyNewsSeen.dispatchEvent(new Event("seen"));
    });
  };
  const end = ({ id }: SavedSearchView) => {
    setEnding(undefined);
    void act(() => hub.call("endSavedSearch", { params: { searchId: id } }), t("facilitySearch.ended"));
  };
  const unseen = searches.reduce((sum, search) => sum + search.unseen, 0);
  return (
    <div className={styles["kept"]} data-news={unseen > 0 || undefined}>
      <Inline>
        <Button size="small" icon={BookmarkPlus} onClick={() => void keep()}>
          {t("facilitySearch.keep")}
        </Button>
        <CountBadge count={unseen} label={t("facilitySearch.unseen", { count: unseen })} />
      </Inline>
      {failure && <FailureBanner failure={failure} onRetry={() => void list.reload()} />}
      {searches.length > 0 && (
        <Fold title={t("facilitySearch.keptSearches", { count: searches.length })} open={unseen > 0}>
          <p className={styles["hint"]}>{t("facilitySearch.keptHint")}</p>
          <ul className={styles["keptList"]} aria-label={t("facilitySearch.keptSearches", { count: searches.length })}>
            {searches.map((search) => (
              <KeptSearch key={search.id} search={search} onOpen={open} onEnd={setEnding} />
            ))}
          </ul>
        </Fold>
      )}
      {ending && (
        <ConfirmDialog
          title={t("facilitySearch.endTitle")}
          confirmLabel={t("facilitySearch.end")}
          onConfirm={() => end(ending)}
          onCancel={() => setEnding(undefined)}
        >
          {t("facilitySearch.endText")}
        </ConfirmDialog>
      )}
    </div>
  );
}

function KeptSearch(props: {
  search: SavedSearchView;
  onOpen: (search: SavedSearchView) => void;
  onEnd: (search: SavedSearchView) => void;
}) {
  const { search, onOpen, onEnd } = props;
  const text = useText();
  const { t, language } = text;
  const words = activeFilters(search.filters, text).map(({ label }) => label);
  return (
    <li>
      <p>
        <strong>{words.join("・") || t("facilitySearch.any")}</strong>{" "}
        <CountBadge count={search.unseen} label={t("facilitySearch.unseen", { count: search.unseen })} />
      </p>
      {search.notices
        .filter(({ seen }) => !seen)
        .map(({ facilityId, name, foundAt }) => (
          <p key={`${facilityId} ${foundAt}`} className={styles["news"]}>
            <BellRing size={18} aria-hidden />
            <Link href={`/facilities/${facilityId}`}>
              {t("facilitySearch.news", { name, when: formatDateTime(foundAt, language) })}
            </Link>
          </p>
        ))}
      <Inline>
        <Button size="small" onClick={() => onOpen(search)}>
          {t("facilitySearch.openKept")}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onEnd(search)}>
          {t("facilitySearch.end")}
        </Button>
      </Inline>
    </li>
  );
}
