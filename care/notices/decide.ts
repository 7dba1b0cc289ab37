import type { NoticeKind, NoticeUrgency } from "@tsunagi/contracts/codes/notices";
import type { NoticeSettings } from "@tsunagi/contracts/rest/notices";

/** What becomes of one notice: whether it stands in the list, and when it may be pushed. */
export interface Decision {
  readonly inApp: boolean;
  readonly push: { readonly when: "now" } | { readonly when: "at"; readonly at: Date } | { readonly when: "never" };
}

const NEVER = { when: "never" } as const;
const MINUTE_MS = 60_000;
const DAY = 24 * 60;
/** Japan has no summer time. */
const TOKYO_MINUTES = 9 * 60;

/**
 * The one place that decides how somebody is told of something (R15 通知設定). On duty nothing is held back. What is
 * urgent comes through where the person wants so. Off duty nothing else is pushed; in quiet hours a routine notice
 * waits for their end, where the person wants the digest, and an urgent one waits for it in any case.
 */
export function decide(
  about: { readonly kind: NoticeKind; readonly urgency: NoticeUrgency },
  settings: NoticeSettings,
  now: Date,
): Decision {
  const way = settings.ways[about.kind][about.urgency];
  if (way !== "push") return { inApp: way === "inApp", push: NEVER };
  return { inApp: true, push: whenToPush(about.urgency === "urgent", settings, now) };
}

function whenToPush(urgent: boolean, settings: NoticeSettings, now: Date): Decision["push"] {
  if (settings.duty === "onDuty" || (urgent && settings.urgentBreaksThrough)) return { when: "now" };
  if (settings.duty === "offDuty") return NEVER;
  const end = endOfQuiet(settings.quiet, now);
  if (!end) return { when: "now" };
  return urgent || settings.digest ? { when: "at", at: end } : NEVER;
}

/** When the quiet hours end that a moment lies in; null when it lies in none. */
export function endOfQuiet({ on, from, to }: NoticeSettings["quiet"], now: Date): Date | null {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  if (!on || start === end) return null;
  const minutes = Math.floor(now.getTime() / MINUTE_MS) + TOKYO_MINUTES;
  const ofDay = minutes % DAY;
  const quiet = start < end ? ofDay >= start && ofDay < end : ofDay >= start || ofDay < end;
  if (!quiet) return null;
  const left = (end - ofDay + DAY) % DAY;
  return new Date((minutes - TOKYO_MINUTES + left) * MINUTE_MS);
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
