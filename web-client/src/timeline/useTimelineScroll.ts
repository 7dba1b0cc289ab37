import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { VirtualizerHandle } from "virtua";
import { indexOfEvent, type Line } from "./lines.ts";
import type { Row } from "./rows.ts";
import { isAtEnd, isInView, lastSeen, toEnd } from "./scrolling.ts";

export interface ScrollInputs {
  readonly lines: readonly Line[];
  /** The lines are those one opens with. */
  readonly ready: boolean;
  /** A message to show now. */
  readonly jump: { readonly eventId: string; readonly serial: number } | null;
  readonly onNearTop: () => void;
  readonly onSeen: (key: string) => void;
  /** The page went out of sight. */
  readonly onAway: () => void;
}

interface Scroll {
  readonly atEnd: boolean;
  /** Messages of others that came in below while one reads further up. */
  readonly below: number;
  readonly goToEnd: () => void;
}

/** Key of one's own message at the end, on its way out. */
function justWritten(lines: readonly Line[]): string | null {
  const last = lines.at(-1);
  return last?.kind === "message" && last.own && ["waiting", "sending"].includes(last.event.send) ? last.key : null;
}

const isNews = (line: Line): line is Row => line.kind === "message" && !line.own;

function newsAfter(lines: readonly Line[], key: string | undefined): number {
  const at = lines.findLastIndex((line) => line.key === key);
  return at < 0 ? 0 : lines.slice(at + 1).filter(isNews).length;
}

/** Nearer to the beginning than this many screens, older messages are fetched. */
const NEAR_TOP_SCREENS = 3;
/** Places the view may try before it takes the one it has: rows are measured as they are drawn. */
const TRIES = 60;

/**
 * Keeps the conversation where the reader is: opens at the first unread message, stays at the end while one is there,
 * and shows what a jump leads to. What is added or grows above is the list's own matter.
 */
export function useTimelineScroll(
  view: RefObject<HTMLElement | null>,
  list: RefObject<VirtualizerHandle | null>,
  inputs: ScrollInputs,
): Scroll {
  const { lines, ready, jump } = inputs;
  const latest = useRef(inputs);
  latest.current = inputs;
  const placing = useRef(TRIES);
  const pinned = useRef(true);
  const written = useRef<string | null>(null);
  const endKey = useRef<string | undefined>(undefined);
  const [atEnd, setAtEnd] = useState(true);

  /** Goes to where one opens. @returns whether one is there */
  const place = useRef((): boolean => {
    const element = view.current;
    if (!element || !latest.current.ready) return false;
    if (placing.current === 0) return true;
    placing.current -= 1;
    const first = latest.current.lines.findIndex(({ kind }) => kind === "new");
    if (first >= 0 && isInView(element, "new")) placing.current = 0;
    else if (first >= 0) list.current?.scrollToIndex(first, { align: "start", offset: -element.clientHeight / 4 });
    else if (isAtEnd(element) && isInView(element, latest.current.lines.at(-1)?.key ?? "")) placing.current = 0;
    else toEnd(element);
    return placing.current === 0;
  });

  /** After every scroll and every change: remember the place, tell what is seen. */
  const settle = useRef(() => {
    const element = view.current;
    if (!element || !place.current()) return;
    pinned.current = isAtEnd(element);
    setAtEnd(pinned.current);
    if (pinned.current) endKey.current = latest.current.lines.at(-1)?.key;
    if (element.scrollTop < NEAR_TOP_SCREENS * element.clientHeight) latest.current.onNearTop();
    const key = document.visibilityState === "visible" ? lastSeen(element) : null;
    if (key !== null) latest.current.onSeen(key);
  });

  const hold = useRef(() => {
    if (view.current && placing.current === 0 && pinned.current) toEnd(view.current);
  });

  useLayoutEffect(() => {
    if (!ready) return;
    const own = justWritten(lines);
    if (own !== null && own !== written.current) pinned.current = true; // what one sends one wants to see
    written.current = own;
    hold.current();
    settle.current();
  }, [ready, lines]);

  const jumpSerial = jump?.serial;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every jump
  useEffect(() => {
    const index = jump ? indexOfEvent(latest.current.lines, jump.eventId) : -1;
    if (index < 0) return;
    placing.current = 0;
    pinned.current = false;
    list.current?.scrollToIndex(index, { align: "center" });
  }, [jumpSerial]);

  useEffect(() => {
    const element = view.current;
    if (!element) return;
    const onScroll = () => settle.current();
    const onVisibility = () => (document.visibilityState === "hidden" ? latest.current.onAway() : settle.current());
    const onResize = new ResizeObserver(() => {
      hold.current();
      settle.current();
    });
    onResize.observe(element);
    if (element.firstElementChild) onResize.observe(element.firstElementChild);
    element.addEventListener("scroll", onScroll, { passive: true });
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      onResize.disconnect();
      element.removeEventListener("scroll", onScroll);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [view]);

  const goToEnd = () => {
    pinned.current = true;
    if (view.current) toEnd(view.current);
  };
  return { atEnd, below: atEnd ? 0 : newsAfter(lines, endKey.current), goToEnd };
}
