/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * What runs inside the page: scrolls the conversation and looks at every frame. A function handed to the browser may
 * use nothing from outside itself.
 */

export interface Frames {
  readonly frames: number;
  /** Milliseconds from one frame to the next. */
  readonly gaps: readonly number[];
  /** Milliseconds during which part of the view that should show messages showed none; one figure for each time. */
  readonly blanks: readonly number[];
  /** Most rows that stood in the document at once. */
  readonly mostRows: number;
}

export interface Ride {
  /** Pixels a frame; negative = up. */
  readonly step: number;
  readonly mostFrames: number;
  /** Instead of a ride: goes to places all over the conversation, a frame each third. */
  readonly leaps: boolean;
}

/** Scrolls until the end of the conversation or the last frame. */
export async function ride({ step, mostFrames, leaps }: Ride): Promise<Frames> {
  const log = document.querySelector('[aria-label="会話"] ol, ol[aria-label="会話"]');
  let view = log?.parentElement ?? null;
  while (view && !/auto|scroll/.test(getComputedStyle(view).overflowY)) view = view.parentElement;
  if (!view) throw new Error("no conversation on the page");
  const scroller = view;
  /** Larger than any margin between rows: a day's line has the largest. */
  const MARGIN = 72;
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  /** What is about to be painted has a hole. */
  const isBlank = (): boolean => {
    const { top, bottom } = scroller.getBoundingClientRect();
    let reached = top;
    for (const row of scroller.querySelectorAll("[data-key]")) {
      const rect = row.getBoundingClientRect();
      if (rect.bottom <= top || rect.top >= bottom) continue;
      if (rect.top - reached > MARGIN) return true;
      reached = Math.max(reached, rect.bottom);
    }
    return bottom - reached > MARGIN;
  };
  const gaps: number[] = [];
  const blanks: number[] = [];
  let mostRows = 0;
  let before = await nextFrame();
  let blankSince: number | null = null;
  let frames = 0;
  for (; frames < mostFrames; frames += 1) {
    const now = await nextFrame();
    gaps.push(now - before);
    before = now;
    const place = scroller.scrollTop;
    if (!leaps) scroller.scrollTop += step;
    else if (frames % 3 === 0) scroller.scrollTop = ((frames * 7919) % 1000) * 0.001 * scroller.scrollHeight;
    const blank = isBlank();
    if (blank) blankSince ??= now;
    else if (blankSince !== null) {
      blanks.push(now - blankSince);
      blankSince = null;
    }
    mostRows = Math.max(mostRows, scroller.querySelectorAll("[data-key]").length);
    if (!leaps && frames > 10 && scroller.scrollTop === place) break;
  }
  if (blankSince !== null) blanks.push((await nextFrame()) - blankSince);
  return { frames, gaps, blanks, mostRows };
}
