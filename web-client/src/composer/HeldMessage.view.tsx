import { useEffect, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import styles from "./Held.module.css";
import type { Held } from "./held.model.ts";

export interface HeldMessageProps {
  readonly held: Held;
  readonly onTakeBack: () => void;
  readonly onSendNow: () => void;
}

/** A message that has not left yet: how long it can still be taken back, and the button for it. */
export function HeldMessageView({ held, onTakeBack, onSendNow }: HeldMessageProps) {
  const { t } = useText();
  const seconds = useSecondsUntil(held.until);
  return (
    <li className={styles["held"]} data-key={held.id}>
      <p className={styles["text"]}>{held.text}</p>
      <div className={styles["line"]}>
        <span aria-live="off">{t("composer.leavesIn", { seconds })}</span>
        <Button size="small" variant="primary" onClick={onTakeBack}>
          {t("composer.takeBack")}
        </Button>
        <Button size="small" variant="quiet" onClick={onSendNow}>
          {t("composer.sendNow")}
        </Button>
      </div>
    </li>
  );
}

function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((at - now) / 1000));
}
