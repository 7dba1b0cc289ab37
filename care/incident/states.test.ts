import { incidentRequestStates } from "@tsunagi/contracts/codes/incident";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CareError } from "../kernel/errors.ts";
import { type Asked, type Move, moved } from "./states.ts";

const IDS = ["one", "two", "three", "four"] as const;
const START: readonly Asked[] = IDS.map((id) => ({ id, state: "asked" }));
const id = fc.constantFrom(...IDS);
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.constant({ act: "ask" as const }),
  fc.record({ act: fc.constant("answer" as const), id, ready: fc.boolean() }),
  fc.record({ act: fc.constant("confirm" as const), id }),
  fc.record({ act: fc.constant("name" as const), id }),
);
const moves = fc.array(move, { maxLength: 30 });

/** A refusal leaves everything as it was. */
const follow = (requests: readonly Asked[], done: Move): readonly Asked[] => {
  try {
    return moved(requests, done);
  } catch (error) {
    if (error instanceof CareError) return requests;
    throw error;
  }
};
function walk(done: readonly Move[]): (readonly Asked[])[] {
  const path = [START];
  for (const one of done) path.push(follow(path.at(-1) ?? START, one));
  return path;
}
const confirmedIn = (requests: readonly Asked[]): string[] =>
  requests.filter(({ state }) => state === "confirmed").map((one) => one.id);

describe("whatever crew and hospitals do, in whatever order", () => {
  it("at most one hospital is confirmed, it said yes before, and all the others are closed from then on", () => {
    fc.assert(
      fc.property(moves, (done) => {
        const path = walk(done);
        for (const [i, now] of path.entries()) {
          const [chosen, second] = confirmedIn(now);
          expect(second).toBeUndefined();
          const others = now.filter((one) => one.id !== chosen);
          for (const { state } of others) expect(state === "closedElsewhere").toBe(chosen !== undefined);
          const before = path[i - 1];
          if (chosen && before && confirmedIn(before).length === 0)
            expect(before.find((one) => one.id === chosen)?.state).toBe("ready");
        }
      }),
    );
  });

  it("once one is confirmed nothing moves any more: no answer, no further question, no name, no second choice", () => {
    fc.assert(
      fc.property(moves, moves, id, (done, more, chosen) => {
        const yes: Move[] = [
          { act: "answer", id: chosen, ready: true },
          { act: "confirm", id: chosen },
        ];
        const decided = walk([...done, ...yes]).at(-1) ?? START;
        expect(confirmedIn(decided)).toHaveLength(1);
        expect(more.reduce(follow, decided)).toEqual(decided);
        expect(() => moved(decided, { act: "ask" })).toThrow(CareError);
      }),
    );
  });

  it("until then each may change its word as often as it likes, and only its own state changes", () => {
    fc.assert(
      fc.property(moves, id, fc.boolean(), (done, by, ready) => {
        const before = walk(done).at(-1) ?? START;
        if (confirmedIn(before).length > 0) return;
        const after = moved(before, { act: "answer", id: by, ready });
        expect(after.find((one) => one.id === by)?.state).toBe(ready ? "ready" : "notReady");
        expect(after.filter((one) => one.id !== by)).toEqual(before.filter((one) => one.id !== by));
      }),
    );
  });

  it("the same move twice is once, and a hospital that was not asked is never moved", () => {
    fc.assert(
      fc.property(moves, move, (done, one) => {
        const once = follow(walk(done).at(-1) ?? START, one);
        expect(follow(once, one)).toEqual(once);
        expect(() => moved(once, { act: "confirm", id: "elsewhere" })).toThrow(CareError);
      }),
    );
  });

  it("every state of the table is reached", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(moves, (done) => {
        for (const now of walk(done)) for (const { state } of now) seen.add(state);
      }),
      { numRuns: 500, seed: 6 },
    );
    expect([...seen].sort()).toEqual([...incidentRequestStates.codes].sort());
  });
});
