import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import { Hidden } from "../kit/State.tsx";
import { matching, type PaletteEntry, type PaletteGroup } from "./entries.ts";
import styles from "./palette.module.css";

export interface PaletteProps {
  readonly entries: readonly PaletteEntry[];
  /** Looks for what was typed inside conversations. */
  readonly onSearch: (text: string) => void;
  readonly onClose: () => void;
}

const GROUPS: Readonly<Record<PaletteGroup, PlainTextKey>> = {
  rooms: "palette.rooms",
  pages: "palette.pages",
  actions: "palette.actions",
};

/**
 * Goes anywhere by typing: a combobox in a dialog of the browser's own, which keeps the focus in and gives it back.
 * Arrow keys choose, Enter opens, Esc closes (WAI-ARIA, combobox with a list).
 */
export function PaletteView({ entries, onSearch, onClose }: PaletteProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [typed, type] = useState("");
  const [chosen, choose] = useState(0);
  const found = matching(entries, typed);
  const shown: readonly PaletteEntry[] =
    typed.trim() === ""
      ? found
      : [...found, searchEntry(t("palette.searchFor", { text: typed.trim() }), () => onSearch(typed.trim()))];
  // Before the element is taken out: only a dialog that is closed gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return; // Enter and arrows belong to the kana conversion
    const last = shown.length - 1;
    const next = { ArrowDown: chosen >= last ? 0 : chosen + 1, ArrowUp: chosen <= 0 ? last : chosen - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      choose(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(shown[chosen]);
    }
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way out is Esc, which the element turns into `cancel`
    <dialog
      ref={dialog}
      className={styles["dialog"]}
      aria-label={t("palette.title")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles["field"]}>
        <Search size={20} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t("palette.label")}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown.length > 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          placeholder={t("palette.placeholder")}
          value={typed}
          onChange={(event) => {
            type(event.target.value);
            choose(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd className={styles["key"]}>Esc</kbd>
      </div>
      <div role="status">
        <Hidden>{t("palette.count", { count: shown.length })}</Hidden>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t("palette.title")} className={styles["list"]}>
        {shown.map((entry, i) => (
          <div key={entry.id} role="presentation">
            {shown[i - 1]?.group !== entry.group && (
              <p className={styles["group"]} aria-hidden>
                {t(GROUPS[entry.group])}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is the field's, see onKeyDown */}
            <div
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === chosen}
              className={styles["entry"]}
              onClick={() => run(entry)}
              onPointerMove={() => choose(i)}
            >
              {entry.icon && <entry.icon size={20} aria-hidden />}
              <span className={styles["label"]}>{entry.label}</span>
              <span className={styles["note"]}>{entry.note}</span>
            </div>
          </div>
        ))}
      </div>
    </dialog>
  );
}

const searchEntry = (label: string, run: () => void): PaletteEntry => ({
  id: "search",
  group: "actions",
  label,
  note: "",
  also: "",
  icon: Search,
  run,
});
