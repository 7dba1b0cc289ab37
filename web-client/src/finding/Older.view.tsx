import { History } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import styles from "./finding.module.css";
import type { OlderProgress } from "./olderSearch.ts";

export interface OlderProps {
  /** Messages that were looked at. */
  readonly searched: number;
  /** The day of the oldest of them, when one conversation is searched. */
  readonly day: string;
  readonly older: OlderProgress;
  readonly hasOlder: boolean;
  readonly onOlder: () => void;
  readonly onStop: () => void;
}

/** Says honestly what was searched, and goes further back. */
export function OlderView({ searched, day, older, hasOlder, onOlder, onStop }: OlderProps) {
  const { t } = useText();
  const { state, roomsDone, rooms, loaded } = older;
  const loading = state === "loading";
  return (
    <div className={styles["older"]}>
      <p>{day ? t("finding.searchedSince", { count: searched, day }) : t("finding.searched", { count: searched })}</p>
      <div role="status" className={styles["progress"]}>
        {loading && (
          <>
            <progress value={roomsDone} max={Math.max(1, rooms)} aria-hidden />
            {t("finding.olderBusy", { done: roomsDone, all: rooms, count: loaded })}
          </>
        )}
        {state === "done" && t("finding.olderDone", { count: loaded })}
        {state === "cancelled" && t("finding.olderCancelled", { count: loaded })}
        {state === "failed" && t("finding.olderFailed")}
        {!loading && !hasOlder && <p>{t("finding.allLoaded")}</p>}
      </div>
      {loading && <Button onClick={onStop}>{t("finding.olderStop")}</Button>}
      {!loading && hasOlder && (
        <Button icon={History} onClick={onOlder}>
          {t("finding.olderDo")}
        </Button>
      )}
    </div>
  );
}
