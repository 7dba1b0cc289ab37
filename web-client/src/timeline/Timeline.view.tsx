import { ArrowDown, MessageCircle } from "lucide-react";
import { type ReactNode, useMemo, useRef } from "react";
import type { VirtualizerHandle } from "virtua";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Banner, Busy, EmptyState, SkeletonList } from "../kit/State.tsx";
import { useMediaQuery } from "../kit/useMediaQuery.ts";
import type { TimelineEvent } from "../matrix/models.ts";
import { LiveNews } from "./LiveNews.tsx";
import { Log } from "./Log.tsx";
import { type Line, linesOf } from "./lines.ts";
import type { MessageAct } from "./MessageMenu.tsx";
import { MessageView } from "./MessageView.tsx";
import { ThreadLine } from "./ThreadLine.tsx";
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
  const list = useRef<VirtualizerHandle>(null);
  const { rows, phase, jump } = snapshot;
  const lines = useMemo(() => linesOf(rows), [rows]);
  const found = jump?.state === "found" ? jump : null;
  const ready = phase === "ready";
  const { atEnd, below, goToEnd } = useTimelineScroll(view, list, {
    lines,
    ready,
    jump: found,
    onNearTop: onLoadOlder,
    onSeen,
    onAway,
  });
  const draw = (line: Line) => (
    <LineView line={line} snapshot={snapshot} me={me} phone={phone} onAct={onAct} onLoadOlder={onLoadOlder} />
  );
  return (
    <div className={styles["frame"]}>
      <div ref={view} className={styles["view"]} tabIndex={-1}>
        <div className={styles["content"]}>
          {ready ? <Log lines={lines} view={view} list={list} draw={draw} /> : <Opening />}
          {ready && children && <ul className={styles["outbox"]}>{children}</ul>}
        </div>
      </div>
      {ready && <LiveNews rows={rows} confirmations={snapshot.confirmations} />}
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

interface LineProps extends Pick<TimelineProps, "snapshot" | "me" | "onAct" | "onLoadOlder"> {
  readonly line: Line;
  readonly phone: boolean;
}

function LineView({ line, snapshot, me, phone, onAct, onLoadOlder }: LineProps) {
  const { t, language } = useText();
  switch (line.kind) {
    case "before":
      return (
        <div data-key={line.key}>
          <Before snapshot={snapshot} onLoadOlder={onLoadOlder} />
        </div>
      );
    case "day":
      return (
        <div className={styles["day"]} data-key={line.key}>
          <time dateTime={new Date(line.at).toISOString()}>{dayName(line.at, t, language)}</time>
        </div>
      );
    case "new":
      return (
        <div className={styles["new"]} data-key={line.key}>
          {t("timeline.newLine")}
        </div>
      );
    case "thread":
      return (
        <div className={styles["change"]} data-key={line.key}>
          <ThreadLine row={line} onAct={onAct} />
        </div>
      );
    case "change":
      return (
        <div className={styles["change"]} data-key={line.key}>
          <MemberTile tiles={line.tiles} />
        </div>
      );
    case "message": {
      const { eventId, replyTo } = line.event;
      return (
        <MessageView
          row={line}
          me={me}
          readCount={line.own ? snapshot.readings.count(eventId) : 0}
          confirmations={snapshot.confirmations.get(eventId)}
          reactions={snapshot.reactions.get(eventId)}
          answers={snapshot.threads.get(eventId)?.length ?? 0}
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
