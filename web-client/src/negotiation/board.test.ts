import { enquiryStates } from "@tsunagi/contracts/codes/negotiation";
import type { EnquiryCardView } from "@tsunagi/contracts/rest/negotiation";
import { describe, expect, it } from "vitest";
import { byPromise, COLUMNS, fillColumns, spanOf } from "./board.ts";

const card = (id: string, change: Partial<EnquiryCardView>): EnquiryCardView =>
  ({ id, state: "inquired", dueAt: null, inquiredAt: null, ...change }) as EnquiryCardView;

describe("the board", () => {
  it("has one place for every state", () => {
    expect(COLUMNS.flatMap(({ states }) => states).sort()).toEqual([...enquiryStates.codes].sort());
  });

  it("shows what is due soonest first, and ended ones only when asked for", () => {
    const cards = [
      card("late", { dueAt: "2026-04-03T00:00:00Z" }),
      card("soon", { dueAt: "2026-04-02T00:00:00Z" }),
      card("over", { state: "declined" }),
    ];
    const columns = fillColumns(cards, false);
    expect(columns.map((column) => column.cards.map(({ id }) => id))).toEqual([["soon", "late"], [], [], []]);
    expect(
      fillColumns(cards, true)
        .at(-1)
        ?.cards.map(({ id }) => id),
    ).toEqual(["over"]);
  });

  it("puts who has said yes in front when answers are compared, and who is out at the end", () => {
    const states = ["declined", "inquired", "conditional", "acceptable", "agreed"] as const;
    expect(byPromise(states.map((state) => ({ state }))).map(({ state }) => state)).toEqual([...states].reverse());
  });

  it("tells times in a unit one can grasp", () => {
    expect([20, 89, 120, 60 * 47, 60 * 72].map(spanOf)).toEqual([
      { unit: "minutes", count: 20 },
      { unit: "minutes", count: 89 },
      { unit: "hours", count: 2 },
      { unit: "hours", count: 47 },
      { unit: "days", count: 3 },
    ]);
  });
});
