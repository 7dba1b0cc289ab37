import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Row } from "./rows.ts";
import { type Anchor, anchorOf, isAtEnd, lastSeen, restore, showRow, toEnd } from "./scrolling.ts";

export interface ScrollInputs {
  readonly rows: readonly Row[];
  /** The rows are those one opens with. */
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
function justWritten(rows: readonly Row[]): string | null {
  const last = rows.at(-1);
  return last?.kind === "message" && last.own && last.event.send === "sending" ? last.key : null;
}

function newsAfter(rows: readonly Row[], key: string | undefined): number {
  const at = rows.findIndex((row) => row.key === key);
  return at < 0 ? 0 : rows.slice(at + 1).filter((row) => row.kind === "message" && !row.own).length;
}

/** Nearer to the beginning than this, older messages are fetched; pixels. */
const NEAR_TOP = 600;

/**
 * Keeps the conversation where the reader is: opens at the first unread message, stays at the end while one is there,
 * and stands still when older messages come in above or pictures grow.
 */
export function useTimelineScroll(view: RefObject<HTMLElement | null>, inputs: ScrollInputs): Scroll {
  const { rows, ready, jump } = inputs;
  const latest = useRef(inputs);
  latest.current = inputs;
  const opened = useRef(false);
  const pinned = useRef(true);
  const anchor = useRef<Anchor | null>(null);
  const written = useRef<string | null>(null);
  const endKey = useRef<string | undefined>(undefined);
  const [atEnd, setAtEnd] = useState(true);

  /** After every scroll and every change: remember the place, tell what is seen. */
  const settle = useRef(() => {
    const element = view.current;
    if (!element || !opened.current) return;
    pinned.current = isAtEnd(element);
    anchor.current = anchorOf(element);
    setAtEnd(pinned.current);
    if (pinned.current) endKey.current = latest.current.rows.at(-1)?.key;
    if (element.scrollTop < NEAR_TOP) latest.current.onNearTop();
    const key = document.visibilityState === "visible" ? lastSeen(element) : null;
    if (key !== null) latest.current.onSeen(key);
  });

  const hold = useRef(() => {
    const element = view.current;
    if (!element || !opened.current) return;
    if (pinned.current) toEnd(element);
    else if (anchor.current) restore(element, anchor.current);
  });

  useLayoutEffect(() => {
    const element = view.current;
    if (!element || !ready) return;
    const own = justWritten(rows);
    if (own !== null && own !== written.current) pinned.current = true; // what one sends one wants to see
    written.current = own;
    if (opened.current) hold.current();
    else {
      opened.current = true;
      if (!showRow(element, '[data-key="new"]')) toEnd(element);
    }
    settle.current();
  }, [view, ready, rows]);

  const jumpSerial = jump?.serial;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every jump
  useEffect(() => {
    const element = view.current;
    if (!element || !jump) return;
    showRow(element, `[data-event="${CSS.escape(jump.eventId)}"]`);
    settle.current();
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
    if (view.current) toEnd(view.current);
  };
  return { atEnd, below: atEnd ? 0 : newsAfter(rows, endKey.current), goToEnd };
}
