import holidays from "@holiday-jp/holiday_jp";

/** When offices answer, and how long they have. Named settings of the hub. */
export interface DeadlineSettings {
  /** Hour of the day in Japan, 0-23. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** Working days until an answer is due (domain 4: one or two). */
  readonly answerDays: number;
  /** Working days without an answer until an enquiry expires. */
  readonly expireDays: number;
}

export interface Deadlines {
  /** The first reminder, a working day before it is due. */
  readonly remindAt: Date;
  readonly dueAt: Date;
  readonly expiresAt: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Japan has one time zone and no summer time. */
const JAPAN_MS = 9 * HOUR_MS;

/** Deadlines of an enquiry whose turn begins now. Months of the year end and the holidays of May are seen. */
export function deadlinesFrom(now: Date, settings: DeadlineSettings): Deadlines {
  const start = nextOpening(now, settings);
  return {
    remindAt: addWorkingDays(start, Math.max(settings.answerDays - 1, 0), settings),
    dueAt: addWorkingDays(start, settings.answerDays, settings),
    expiresAt: addWorkingDays(start, settings.expireDays, settings),
  };
}

/** The moment itself within opening hours of a working day; else the next opening. */
export function nextOpening(moment: Date, { opensAt, closesAt }: DeadlineSettings): Date {
  const day = dayOf(moment);
  const opening = at(day, opensAt);
  if (isWorkingDay(day) && moment < at(day, closesAt)) return moment > opening ? moment : opening;
  return at(nextWorkingDay(day), opensAt);
}

/** The same time of day, so many working days later. */
function addWorkingDays(moment: Date, days: number, settings: DeadlineSettings): Date {
  let day = dayOf(moment);
  const within = moment.getTime() - day;
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day);
  return nextOpening(new Date(day + within), settings);
}

/** Saturdays, Sundays, national holidays and the turn of the year (29 December to 3 January) are none. */
export function isWorkingDay(day: number): boolean {
  const local = new Date(day + JAPAN_MS);
  const iso = local.toISOString().slice(0, 10);
  const weekday = local.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !(iso in holidays.holidays) && !/-(12-(29|30|31)|01-0[123])$/.test(iso);
}

/** Midnight in Japan at the beginning of the moment's day, in milliseconds. */
export const dayOf = (moment: Date): number => Math.floor((moment.getTime() + JAPAN_MS) / DAY_MS) * DAY_MS - JAPAN_MS;

function nextWorkingDay(day: number): number {
  let next = day + DAY_MS;
  while (!isWorkingDay(next)) next += DAY_MS;
  return next;
}

const at = (day: number, hour: number): Date => new Date(day + hour * HOUR_MS);
