import type { EnquiryAction, EnquiryAnswer, EnquirySide, EnquiryState } from "@tsunagi/contracts/codes/negotiation";

/** What the state machine knows of one enquiry. */
export interface EnquiryFacts {
  readonly state: EnquiryState;
  /** The facility's latest word; null before it has said anything, and while a committee sits. */
  readonly answer: EnquiryAnswer | null;
  /** The highest disclosure given: 0 = anonymous sheet only. */
  readonly level: DisclosureLevel;
}

export type DisclosureLevel = 0 | 1 | 2;

/** Before a decision: the facility looks, asks, answers. */
const ANSWERING = [
  "inquired",
  "reviewing",
  "needsDiscussion",
  "infoRequested",
  "acceptable",
  "conditional",
  "waitlisted",
] as const;
/** The identity is known to the facility; the decision is near. */
const MEETING = ["disclosed", "visiting", "committee"] as const;
const CHOSEN = ["agreed", "dateSet", "completed"] as const;
const UNDECIDED = [...ANSWERING, ...MEETING] as const;

export const isOpen = (state: EnquiryState): boolean => UNDECIDED.some((open) => open === state);
export const isChosen = (state: EnquiryState): boolean => CHOSEN.some((chosen) => chosen === state);
/** Nothing follows any more. */
export const isTerminal = (state: EnquiryState): boolean =>
  ["completed", "declined", "withdrawn", "expired", "closedElsewhere"].includes(state);

interface Rule {
  readonly side: EnquirySide;
  readonly from: readonly EnquiryState[];
  /** The state it leads to; left out = it stays where it is. */
  readonly to?: EnquiryState;
  /** States that stay although `to` is given: an answer given again while a visit is arranged. */
  readonly stays?: readonly EnquiryState[];
  readonly answer?: EnquiryAnswer | null;
  readonly needsAnswer?: readonly EnquiryAnswer[];
}

const answer = (to: EnquiryState, said: EnquiryAnswer): Rule => ({
  side: "facility",
  from: UNDECIDED,
  to,
  stays: MEETING,
  answer: said,
});

/** The one table: who may do what, from where, and where it leads (domain 4). */
const RULES: Readonly<Record<EnquiryAction, Rule>> = {
  send: { side: "asker", from: ["draft"], to: "inquired" },
  review: { side: "facility", from: ["inquired"], to: "reviewing" },
  accept: answer("acceptable", "accept"),
  conditional: answer("conditional", "conditional"),
  discuss: answer("needsDiscussion", "discuss"),
  waitlist: answer("waitlisted", "waitlist"),
  decline: { side: "facility", from: UNDECIDED, to: "declined", answer: "decline" },
  requestInfo: { side: "facility", from: UNDECIDED, to: "infoRequested", stays: MEETING },
  provideInfo: {
    side: "asker",
    from: UNDECIDED,
    to: "reviewing",
    stays: UNDECIDED.filter((s) => s !== "infoRequested"),
  },
  disclose1: { side: "asker", from: UNDECIDED },
  disclose2: {
    side: "asker",
    from: ["needsDiscussion", "acceptable", "conditional", "waitlisted", ...MEETING],
    to: "disclosed",
    stays: MEETING,
  },
  proposeVisit: { side: "facility", from: [...ANSWERING.slice(1), ...MEETING] },
  arrangeVisit: { side: "asker", from: UNDECIDED, to: "visiting", stays: [...ANSWERING, "committee"] },
  toCommittee: { side: "facility", from: ["disclosed", "visiting"], to: "committee", answer: null },
  agree: { side: "asker", from: MEETING, to: "agreed", needsAnswer: ["accept", "conditional"] },
  setDate: { side: "facility", from: ["agreed", "dateSet"], to: "dateSet" },
  complete: { side: "facility", from: ["dateSet"], to: "completed" },
  withdraw: { side: "asker", from: ["draft", ...UNDECIDED, "agreed", "dateSet"], to: "withdrawn" },
  expire: { side: "system", from: UNDECIDED, to: "expired" },
  closeElsewhere: { side: "system", from: ["draft", ...UNDECIDED], to: "closedElsewhere" },
};

/** Acts that say something new each time: doing one again is a second word, not a repetition. */
const SAYING: readonly EnquiryAction[] = ["requestInfo", "provideInfo", "proposeVisit", "arrangeVisit", "setDate"];

export type Step =
  | { readonly outcome: "moved"; readonly facts: EnquiryFacts }
  /** Done already: nothing happens, and nothing is wrong. */
  | { readonly outcome: "repeated" }
  | { readonly outcome: "refused"; readonly why: "side" | "state" | "answer" };

/**
 * What an act does to an enquiry. Pure.
 * @param side who does it
 */
export function step(facts: EnquiryFacts, action: EnquiryAction, side: EnquirySide): Step {
  const rule = RULES[action];
  if (rule.side !== side) return { outcome: "refused", why: "side" };
  if (isRepeated(facts, action, rule)) return { outcome: "repeated" };
  if (!rule.from.includes(facts.state)) return { outcome: "refused", why: "state" };
  if (rule.needsAnswer && !(facts.answer && rule.needsAnswer.includes(facts.answer)))
    return { outcome: "refused", why: "answer" };
  return { outcome: "moved", facts: apply(facts, action, rule) };
}

function apply(facts: EnquiryFacts, action: EnquiryAction, rule: Rule): EnquiryFacts {
  const stays = rule.to === undefined || rule.stays?.includes(facts.state);
  return {
    state: stays || rule.to === undefined ? facts.state : rule.to,
    answer: rule.answer === undefined ? facts.answer : rule.answer,
    level: Math.max(facts.level, levelOf(action)) as DisclosureLevel,
  };
}

function isRepeated(facts: EnquiryFacts, action: EnquiryAction, rule: Rule): boolean {
  if (SAYING.includes(action)) return false;
  if (action === "disclose1" || action === "disclose2") return false; // more may be given at the same level
  if (rule.answer)
    return facts.answer === rule.answer && (facts.state === rule.to || rule.stays?.includes(facts.state) === true);
  return facts.state === rule.to;
}

const levelOf = (action: EnquiryAction): DisclosureLevel =>
  action === "disclose2" ? 2 : action === "disclose1" ? 1 : 0;

/** What this side may do now, in the order of the table: the buttons. */
export const possible = (facts: EnquiryFacts, side: EnquirySide): EnquiryAction[] =>
  (Object.keys(RULES) as EnquiryAction[]).filter((action) => step(facts, action, side).outcome === "moved");

/** What a facility may see now: nothing once it is out; null = nothing at all. */
export function visibleLevel({ state, level }: EnquiryFacts): DisclosureLevel | null {
  return isOpen(state) || isChosen(state) ? level : null;
}

/** Whose turn it is, for deadlines and reminders. */
export function turnOf(state: EnquiryState): "asker" | "facility" | null {
  if (state === "inquired" || state === "reviewing" || state === "committee") return "facility";
  if (state === "infoRequested" || state === "acceptable" || state === "conditional") return "asker";
  return null;
}

/** A facility's first word that helps the asker on: looking at it is not one. */
export const isReply = (action: EnquiryAction): boolean =>
  ["accept", "conditional", "discuss", "waitlist", "decline", "requestInfo"].includes(action);
