import {
  type EnquiryAction,
  type EnquirySide,
  enquiryActions,
  enquiryAnswers,
  enquirySides,
  enquiryStates,
} from "@tsunagi/contracts/codes/negotiation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EnquiryFacts, isChosen, isOpen, isTerminal, possible, step, visibleLevel } from "./states.ts";

const START: EnquiryFacts = { state: "draft", answer: null, level: 0 };
const action = fc.constantFrom(...enquiryActions.codes);
const side = fc.constantFrom(...enquirySides.codes);
const acts = fc.array(fc.tuple(action, side), { maxLength: 40 });
/** Mostly what is possible: random actions alone rarely get far. */
const choices = fc.array(fc.tuple(fc.nat(), side), { maxLength: 40 });

const follow = (facts: EnquiryFacts, done: EnquiryAction, by: EnquirySide): EnquiryFacts => {
  const result = step(facts, done, by);
  return result.outcome === "moved" ? result.facts : facts;
};

function walk(picks: readonly (readonly [number, EnquirySide])[]): EnquiryFacts[] {
  const path = [START];
  for (const [pick, by] of picks) {
    const now = path.at(-1) ?? START;
    const open = possible(now, by);
    const chosen = open[pick % Math.max(open.length, 1)];
    if (chosen) path.push(follow(now, chosen, by));
  }
  return path;
}

describe("whatever both sides do, in whatever order", () => {
  it("an end stays an end", () => {
    fc.assert(
      fc.property(choices, acts, (picks, more) => {
        const reached = walk(picks).at(-1) ?? START;
        if (!isTerminal(reached.state)) return;
        const after = more.reduce((facts, [done, by]) => follow(facts, done, by), reached);
        expect(after).toEqual(reached);
      }),
    );
  });

  it("what was disclosed is never taken for less while it is open, and nothing is seen after the end", () => {
    fc.assert(
      fc.property(choices, (picks) => {
        const path = walk(picks);
        for (const [i, facts] of path.entries()) {
          const before = path[i - 1];
          if (before) expect(facts.level).toBeGreaterThanOrEqual(before.level);
          if (!isOpen(facts.state) && !isChosen(facts.state)) expect(visibleLevel(facts)).toBeNull();
          if (before && visibleLevel(before) === null && before.state !== "draft")
            expect(visibleLevel(facts)).toBeNull();
        }
      }),
    );
  });

  it("nobody but the asker discloses or decides, nobody but the facility answers", () => {
    fc.assert(
      fc.property(choices, action, (picks, done) => {
        const facts = walk(picks).at(-1) ?? START;
        if (/^(disclose|agree|withdraw|send|provideInfo|arrangeVisit)/.test(done)) {
          expect(step(facts, done, "facility").outcome).toBe("refused");
        }
        if (/^(accept|conditional|discuss|waitlist|decline|review|requestInfo)/.test(done)) {
          expect(step(facts, done, "asker").outcome).toBe("refused");
        }
      }),
    );
  });

  it("nobody is chosen whose identity was not disclosed or who did not say yes", () => {
    fc.assert(
      fc.property(choices, (picks) => {
        for (const { state, level, answer } of walk(picks)) {
          if (!isChosen(state)) continue;
          expect(level).toBe(2);
          expect(["accept", "conditional"]).toContain(answer);
        }
      }),
    );
  });

  it("the same act twice in a row is once", () => {
    fc.assert(
      fc.property(choices, action, side, (picks, done, by) => {
        const once = follow(walk(picks).at(-1) ?? START, done, by);
        expect(follow(once, done, by)).toEqual(once);
      }),
    );
  });

  it("two acts at once, taken one after the other, leave an enquiry somewhere it can be, in either order", () => {
    fc.assert(
      fc.property(choices, action, action, (picks, one, other) => {
        const facts = walk(picks).at(-1) ?? START;
        const inOrder = follow(follow(facts, one, "asker"), other, "facility");
        const reversed = follow(follow(facts, other, "facility"), one, "asker");
        for (const { state } of [inOrder, reversed]) expect(enquiryStates.has(state)).toBe(true);
        if (one === "withdraw" && isOpen(facts.state)) expect(isTerminal(inOrder.state)).toBe(true);
      }),
    );
  });
});

describe("several facilities of one case", () => {
  /** The use case closes the others in the same transaction; here the rule itself. */
  it("at most one is chosen: choosing closes every other that is open", () => {
    const three = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat(), side), { maxLength: 60 });
    fc.assert(
      fc.property(three, (picks) => {
        let all: EnquiryFacts[] = [START, START, START];
        for (const [which, pick, by] of picks) {
          const facts = all[which] ?? START;
          const open = possible(facts, by);
          const chosen = open[pick % Math.max(open.length, 1)];
          if (!chosen) continue;
          all = all.map((other, i) => (i === which ? follow(other, chosen, by) : other));
          if (chosen === "agree") {
            all = all.map((other, i) => (i === which ? other : follow(other, "closeElsewhere", "system")));
          }
          expect(all.filter(({ state }) => isChosen(state)).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("the table", () => {
  it("leads to every state but by way of the right side", () => {
    const reachable = new Set<string>(["draft"]);
    let grown = true;
    const known: EnquiryFacts[] = [START];
    while (grown) {
      grown = false;
      for (const facts of [...known]) {
        for (const by of enquirySides.codes) {
          for (const done of possible(facts, by)) {
            const next = follow(facts, done, by);
            if (known.some((seen) => JSON.stringify(seen) === JSON.stringify(next))) continue;
            known.push(next);
            reachable.add(next.state);
            grown = true;
          }
        }
      }
    }
    expect([...reachable].sort()).toEqual([...enquiryStates.codes].sort());
    expect(known.every(({ answer }) => answer === null || enquiryAnswers.has(answer))).toBe(true);
  });

  it("takes a case from the enquiry to the day of moving in", () => {
    const story: [EnquiryAction, EnquirySide, string][] = [
      ["send", "asker", "inquired"],
      ["review", "facility", "reviewing"],
      ["requestInfo", "facility", "infoRequested"],
      ["provideInfo", "asker", "reviewing"],
      ["conditional", "facility", "conditional"],
      ["disclose1", "asker", "conditional"],
      ["accept", "facility", "acceptable"],
      ["disclose2", "asker", "disclosed"],
      ["proposeVisit", "facility", "disclosed"],
      ["arrangeVisit", "asker", "visiting"],
      ["toCommittee", "facility", "committee"],
      ["accept", "facility", "committee"],
      ["agree", "asker", "agreed"],
      ["setDate", "facility", "dateSet"],
      ["complete", "facility", "completed"],
    ];
    let facts = START;
    for (const [done, by, state] of story) {
      const result = step(facts, done, by);
      expect([done, result.outcome]).toEqual([done, "moved"]);
      facts = follow(facts, done, by);
      expect(facts.state).toBe(state);
    }
  });

  it("does not let an asker choose while the committee sits", () => {
    const sitting: EnquiryFacts = { state: "committee", answer: null, level: 2 };
    expect(step(sitting, "agree", "asker")).toEqual({ outcome: "refused", why: "answer" });
  });
});
