import { AtSign, UserRound, UsersRound } from "lucide-react";
import { useEffect, useRef } from "react";
import { useText } from "../i18n/text.ts";
import styles from "./SuggestionList.module.css";
import type { Suggestion } from "./suggestions.ts";

export interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly selected: number;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** Commands or people that fit what is being typed; the field keeps the focus, arrow keys go through the list. */
export function SuggestionListView({ id, suggestions, selected, onChoose }: SuggestionListProps) {
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is selected
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={t(suggestions[0]?.kind === "mention" ? "composer.people" : "composer.suggestions")}
      className={styles["list"]}
    >
      {suggestions.map((suggestion, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the text field, which moves the selection
        <div
          key={suggestion.key}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === selected}
          className={styles["option"]}
          onPointerDown={(event) => event.preventDefault()} // the field keeps the focus
          onClick={() => onChoose(suggestion)}
        >
          <Line suggestion={suggestion} />
        </div>
      ))}
    </div>
  );
}

function Line({ suggestion }: { suggestion: Suggestion }) {
  const { t, say, language } = useText();
  if (suggestion.kind === "command") {
    const { name, aliases, summary } = suggestion.command;
    return (
      <>
        <span className={styles["name"]}>/{language === "ja" ? (aliases[0] ?? name) : name}</span>
        <span className={styles["summary"]}>{say(summary)}</span>
      </>
    );
  }
  const { mention } = suggestion;
  if (mention.kind === "person") {
    const { name, roleLabel, organisation } = mention.person;
    return (
      <>
        <UserRound size={18} aria-hidden />
        <span className={styles["name"]}>{name}</span>
        <span className={styles["summary"]}>{[roleLabel, organisation].filter(Boolean).join("｜")}</span>
      </>
    );
  }
  const Icon = mention.kind === "everybody" ? UsersRound : AtSign;
  return (
    <>
      <Icon size={18} aria-hidden />
      <span className={styles["name"]}>{mention.word.slice(1)}</span>
      <span className={styles["summary"]}>{t("composer.howMany", { count: mention.people.length })}</span>
    </>
  );
}
