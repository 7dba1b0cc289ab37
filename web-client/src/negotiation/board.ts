import type { EnquiryState } from "@tsunagi/contracts/codes/negotiation";
import type { EnquiryCardView } from "@tsunagi/contracts/rest/negotiation";
import type { PlainTextKey } from "../i18n/keys.ts";

export interface Column {
  readonly label: PlainTextKey;
  readonly states: readonly EnquiryState[];
}

/** The board's columns, from the question to the end. */
export const COLUMNS: readonly Column[] = [
  { label: "negotiation.columnWaiting", states: ["draft", "inquired", "reviewing", "infoRequested"] },
  { label: "negotiation.columnAnswered", states: ["needsDiscussion", "acceptable", "conditional", "waitlisted"] },
  { label: "negotiation.columnMeeting", states: ["disclosed", "visiting", "committee"] },
  { label: "negotiation.columnChosen", states: ["agreed", "dateSet"] },
  {
    label: "negotiation.columnEnded",
    states: ["completed", "declined", "withdrawn", "expired", "closedElsewhere"],
  },
];

export interface FilledColumn extends Column {
  readonly cards: readonly EnquiryCardView[];
}

/** Cards by column: what is overdue first, then what is due soonest. The last column only when it is asked for. */
export function fillColumns(cards: readonly EnquiryCardView[], ended: boolean): FilledColumn[] {
  const shown = ended ? COLUMNS : COLUMNS.slice(0, -1);
  return shown.map((column) => ({
    ...column,
    cards: cards.filter(({ state }) => column.states.includes(state)).sort(bySoonest),
  }));
}

const bySoonest = (a: EnquiryCardView, b: EnquiryCardView): number =>
  (a.dueAt ?? "9999").localeCompare(b.dueAt ?? "9999") || (b.inquiredAt ?? "").localeCompare(a.inquiredAt ?? "");

/** Minutes as the unit they are told in. */
export function spanOf(minutes: number): { readonly unit: "minutes" | "hours" | "days"; readonly count: number } {
  if (minutes < 90) return { unit: "minutes", count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { unit: "hours", count: hours } : { unit: "days", count: Math.round(minutes / 1440) };
}

/** Whole minutes between two moments; null while one is missing. */
export const minutesBetween = (from: string | null, to: string | null): number | null =>
  from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 60_000) : null;

const FIRST: readonly EnquiryState[] = [
  ...["dateSet", "agreed", "completed", "committee", "visiting", "disclosed"],
  ...["acceptable", "conditional", "needsDiscussion", "waitlisted", "infoRequested"],
] as readonly EnquiryState[];

/** For comparing: who has said yes stands in front, who is out at the end. */
export const byPromise = <E extends { readonly state: EnquiryState }>(enquiries: readonly E[]): E[] => {
  const rank = ({ state }: E): number => {
    const place = FIRST.indexOf(state);
    if (place >= 0) return place;
    return COLUMNS.at(-1)?.states.includes(state) ? FIRST.length + 1 : FIRST.length;
  };
  return [...enquiries].sort((a, b) => rank(a) - rank(b));
};
