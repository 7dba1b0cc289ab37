import { ArrowLeft, MessageSquareText, Search, SearchX, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { Button, IconButton } from "../kit/Button.tsx";
import { cx } from "../kit/cx.ts";
import searchField from "../kit/SearchField.module.css";
import { EmptyState } from "../kit/State.tsx";
import styles from "./finding.module.css";
import { HitView } from "./Hit.view.tsx";
import type { ShownHit } from "./hits.ts";
import { SearchTabsView, TAB_PANEL } from "./SearchTabs.view.tsx";
import type { SearchSnapshot, SearchTab } from "./search.model.ts";

export interface SearchViewProps {
  readonly snapshot: Pick<SearchSnapshot, "tab" | "text">;
  readonly tabs: readonly SearchTab[];
  readonly onType: (text: string) => void;
  readonly onOpen: (tab: SearchTab) => void;
  readonly onClose: () => void;
  /** What is shown for the tab. */
  readonly children: ReactNode;
}

/** The field, what to look for, and what was found. */
export function SearchView({ snapshot, tabs, onType, onOpen, onClose, children }: SearchViewProps) {
  const { t } = useText();
  const { tab, text } = snapshot;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <search className={styles["panel"]} aria-label={t("finding.title")}>
      <header className={styles["head"]}>
        <h1 className={styles["hidden"]}>{t("finding.title")}</h1>
        <IconButton label={t("finding.close")} icon={ArrowLeft} onClick={onClose} />
        <div className={cx(searchField["field"], styles["field"])}>
          <Search size={20} aria-hidden />
          <input
            ref={field}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            aria-label={t("finding.label")}
            placeholder={t("finding.placeholder")}
            value={text}
            onChange={(event) => onType(event.target.value)}
          />
          {text !== "" && <IconButton label={t("common.clear")} icon={X} onClick={() => onType("")} />}
        </div>
      </header>
      <SearchTabsView tab={tab} shown={tabs} onOpen={onOpen} />
      <div id={TAB_PANEL} role="tabpanel" aria-labelledby={`search-tab-${tab}`} className={styles["scroll"]}>
        {children}
      </div>
    </search>
  );
}

export interface MessagesProps {
  readonly hits: readonly ShownHit[];
  readonly total: number;
  readonly typed: string;
  /** Something was looked for. */
  readonly asked: boolean;
  readonly from: string | undefined;
  readonly onMore: () => void;
}

/** Messages that were found, newest first. */
export function MessagesView({ hits, total, typed, asked, from, onMore }: MessagesProps) {
  const { t } = useText();
  if (!asked)
    return (
      <EmptyState icon={MessageSquareText} title={t("finding.startTitle")}>
        {t("finding.startText")}
      </EmptyState>
    );
  return (
    <>
      <p role="status" className={styles["count"]}>
        {total > 0 ? t("finding.found", { count: total }) : ""}
      </p>
      {total === 0 && (
        <EmptyState icon={SearchX} title={t("finding.noneTitle")}>
          {t("finding.noneText")}
        </EmptyState>
      )}
      <ul>
        {hits.map((hit) => (
          <HitView key={hit.document.eventId} hit={hit} typed={typed} from={from} />
        ))}
      </ul>
      {total > hits.length && (
        <div className={styles["more"]}>
          <Button onClick={onMore}>{t("finding.moreHits", { count: total - hits.length })}</Button>
        </div>
      )}
    </>
  );
}
