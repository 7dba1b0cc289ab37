import { describe, expect, it } from "vitest";
import { FewAtATime } from "./fewAtATime.ts";

describe("a few at a time", () => {
  it("never runs more than that, in order, also when one fails", async () => {
    const few = new FewAtATime(2);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const work = (n: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(n);
      await Promise.resolve();
      running -= 1;
      if (n === 1) throw new Error("one fails");
    };
    const results = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => few.run(work(n))));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });
});
