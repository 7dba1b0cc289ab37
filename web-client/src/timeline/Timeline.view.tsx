import { ArrowDown, MessageCircle } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Banner, Busy, EmptyState, SkeletonList } from "../kit/State.tsx";
import { useMediaQuery } from "../kit/useMediaQuery.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import { LiveNews } from "./LiveNews.tsx";
import type { MessageAct } from "./MessageMenu.tsx";
import { MessageView } from "./MessageView.tsx";
import type { Row } from "./rows.ts";
import styles from "./Timeline.module.css";
import { MemberTile } from "./tiles/MemberTile.tsx";
import type { TimelineSnapshot } from "./timeline.model.ts";
import { useTimelineScroll } from "./useTimelineScroll.ts";
import { longDay, nearDay } from "./when.ts";

export interface TimelineProps {
  readonly snapshot: TimelineSnapshot;
  readonly me: string;
  readonly onAct: (act: MessageAct, event: TimelineEvent) => void;
  readonly onLoadOlder: () => void;
  readonly onSeen: (key: string) => void;
  readonly onAway: () => void;
  /** Files on their way out, at the end. */
  readonly children?: ReactNode;
}

/** The conversation, oldest above. */
export function TimelineView({ snapshot, me, onAct, onLoadOlder, onSeen, onAway, children }: TimelineProps) {
  const { t } = useText();
  const phone = useMediaQuery("(max-width: 40rem)");
  const view = useRef<HTMLDivElement>(null);
  const { rows, phase, jump } = snapshot;
  const found = jump?.state === "found" ? jump : null;
  const ready = phase === "ready";
  const { atEnd, below, goToEnd } = useTimelineScroll(view, {
    rows,
    ready,
    jump: found,
    onNearTop: onLoadOlder,
    onSeen,
    onAway,
  });
  return (
    <div className={styles["frame"]}>
      <div ref={view} className={styles["view"]} tabIndex={-1}>
        <div className={styles["content"]}>
          {ready ? <Before snapshot={snapshot} onLoadOlder={onLoadOlder} /> : <Opening />}
          {ready && (
            <ol className={styles["rows"]} aria-label={t("timeline.log")}>
              {rows.map((row) => (
                <RowView key={row.key} row={row} snapshot={snapshot} me={me} phone={phone} onAct={onAct} />
              ))}
              {children}
            </ol>
          )}
        </div>
      </div>
      {ready && <LiveNews rows={rows} />}
      {jump?.state === "searching" && (
        <div className={styles["float"]}>
          <Busy>{t("timeline.searching")}</Busy>
        </div>
      )}
      {ready && !atEnd && (
        <Button className={styles["toEnd"] ?? ""} icon={ArrowDown} size="small" onClick={goToEnd}>
          {below > 0 ? t("timeline.toLatestNew", { count: below }) : t("timeline.toLatest")}
        </Button>
      )}
    </div>
  );
}

function Opening() {
  const { t } = useText();
  return <SkeletonList label={t("timeline.opening")} rows={6} />;
}

/** What stands above the oldest message that is loaded. */
function Before({ snapshot, onLoadOlder }: Pick<TimelineProps, "snapshot" | "onLoadOlder">) {
  const { t } = useText();
  const { older, hasOlder, rows } = snapshot;
  if (older === "failed")
    return (
      <Banner
        tone="warning"
        live
        actions={
          <Button size="small" onClick={onLoadOlder}>
            {t("common.retry")}
          </Button>
        }
      >
        {t("timeline.olderFailed")}
      </Banner>
    );
  if (older === "loading") return <Busy>{t("timeline.loadingOlder")}</Busy>;
  if (hasOlder)
    return (
      <div className={styles["before"]}>
        <Button size="small" variant="quiet" onClick={onLoadOlder}>
          {t("timeline.loadOlder")}
        </Button>
      </div>
    );
  if (rows.length === 0)
    return (
      <EmptyState icon={MessageCircle} title={t("timeline.emptyTitle")}>
        {t("timeline.emptyText")}
      </EmptyState>
    );
  return <p className={styles["before"]}>{t("timeline.beginning")}</p>;
}

interface RowProps extends Pick<TimelineProps, "snapshot" | "me" | "onAct"> {
  readonly row: Row;
  readonly phone: boolean;
}

function RowView({ row, snapshot, me, phone, onAct }: RowProps) {
  const { t, language } = useText();
  switch (row.kind) {
    case "day":
      return (
        <li className={styles["day"]} data-key={row.key}>
          <time dateTime={new Date(row.at).toISOString()}>{dayName(row.at, t, language)}</time>
        </li>
      );
    case "new":
      return (
        <li className={styles["new"]} data-key={row.key}>
          {t("timeline.newLine")}
        </li>
      );
    case "change":
      return (
        <li className={styles["change"]} data-key={row.key}>
          <MemberTile tiles={row.tiles} />
        </li>
      );
    case "message": {
      const { eventId, replyTo } = row.event;
      return (
        <MessageView
          row={row}
          me={me}
          readCount={snapshot.readCounts.get(eventId) ?? 0}
          confirmations={snapshot.confirmations.get(eventId)}
          quote={replyTo === null ? undefined : snapshot.quotes.get(replyTo)}
          highlighted={snapshot.jump?.state === "found" && snapshot.jump.eventId === eventId}
          phone={phone}
          onAct={onAct}
        />
      );
    }
  }
}

function dayName(at: number, t: ReturnType<typeof useText>["t"], language: "ja" | "en"): string {
  const now = Date.now();
  const near = nearDay(at, now);
  const day = longDay(at, now, language);
  return near ? `${t(near === "today" ? "common.today" : "common.yesterday")} ${day}` : day;
}
