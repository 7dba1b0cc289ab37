import type { CommandDescription } from "@tsunagi/contracts/rest/commands";
import { useEffect, useRef } from "react";
import { useText } from "../i18n/text.ts";
import styles from "./CommandList.module.css";

export interface CommandListProps {
  readonly id: string;
  readonly commands: readonly CommandDescription[];
  readonly selected: number;
  readonly onChoose: (command: CommandDescription) => void;
}

/** Commands that fit what is being typed; the field keeps the focus, arrow keys go through the list. */
export function CommandListView({ id, commands, selected, onChoose }: CommandListProps) {
  const { t, say, language } = useText();
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
      aria-label={t("composer.suggestions")}
      className={styles["list"]}
    >
      {commands.map((command, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the text field, which moves the selection
        <div
          key={command.name}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === selected}
          className={styles["option"]}
          onPointerDown={(event) => event.preventDefault()} // the field keeps the focus
          onClick={() => onChoose(command)}
        >
          <span className={styles["name"]}>
            /{language === "ja" ? (command.aliases[0] ?? command.name) : command.name}
          </span>
          <span className={styles["summary"]}>{say(command.summary)}</span>
        </div>
      ))}
    </div>
  );
}
