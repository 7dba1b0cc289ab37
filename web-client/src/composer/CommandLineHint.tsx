import type { CommandDescription } from "@tsunagi/contracts/rest/commands";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import styles from "./Composer.module.css";
import type { LineHint } from "./commandLine.ts";
import { explain } from "./explain.ts";

/** What comes next in a command that is typed by hand, or what is wrong with it. */
export function CommandLineHint({ line, onName }: { line: LineHint; onName: (name: string) => void }) {
  const text = useText();
  const { t, say, language } = text;
  const nameOf = ({ name, aliases }: CommandDescription) => (language === "ja" ? (aliases[0] ?? name) : name);
  if (line.kind === "unknown")
    return (
      <div className={styles["note"]} data-tone="ack" role="status">
        <span className={styles["noteText"]}>{t("composer.lineUnknown", { name: line.name })}</span>
        {line.nearest && (
          <Button size="small" onClick={() => line.nearest && onName(nameOf(line.nearest))}>
            {t("composer.lineNearest", { name: nameOf(line.nearest) })}
          </Button>
        )}
      </div>
    );
  const { command, next, wrong } = line;
  return (
    <div className={styles["note"]} data-tone={wrong ? "ack" : undefined} role="status">
      <span className={styles["noteText"]}>
        <strong>{say(command.summary)}</strong>
        <span>
          {wrong ? explain(wrong.problem, wrong.argument, text) : next ? nextWords(next, text) : t("composer.lineDone")}
        </span>
      </span>
    </div>
  );
}

function nextWords(
  next: NonNullable<Extract<LineHint, { kind: "known" }>["next"]>,
  { t, say }: ReturnType<typeof useText>,
) {
  const label = say(next.label);
  const choices = (next.choices ?? []).map((choice) => say(choice.label)).join("・");
  return choices === "" ? t("composer.lineNext", { label }) : t("composer.lineNextOf", { label, choices });
}
