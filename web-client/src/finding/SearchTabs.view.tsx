import type { KeyboardEvent } from "react";
import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import styles from "./finding.module.css";
import type { SearchTab } from "./search.model.ts";

const TABS: readonly { readonly id: SearchTab; readonly label: PlainTextKey }[] = [
  { id: "messages", label: "finding.messages" },
  { id: "people", label: "finding.people" },
  { id: "records", label: "finding.records" },
  { id: "files", label: "finding.files" },
];

export const TAB_PANEL = "search-panel";

/** What to look for; arrow keys go from one to the next. */
export function SearchTabsView(props: {
  tab: SearchTab;
  shown: readonly SearchTab[];
  onOpen: (tab: SearchTab) => void;
}) {
  const { tab, shown, onOpen } = props;
  const { t } = useText();
  const tabs = TABS.filter(({ id }) => shown.includes(id));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = tabs.findIndex(({ id }) => id === tab);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onOpen(next.id);
    document.getElementById(`search-tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={t("finding.tabs")} className={styles["tabs"]} onKeyDown={onKeyDown} tabIndex={-1}>
      {tabs.map(({ id, label }) => (
        <button
          key={id}
          id={`search-tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === tab}
          aria-controls={TAB_PANEL}
          tabIndex={id === tab ? 0 : -1}
          className={styles["tab"]}
          onClick={() => onOpen(id)}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}
