import type { IPushRules } from "matrix-js-sdk/lib/@types/PushRules.js";
import { expect, it } from "vitest";
import { mutedIn } from "./roomMarks.ts";

const rules = (global: object) => ({ global }) as unknown as IPushRules;
const rule = (rule_id: string, change = {}) => ({ rule_id, actions: [], enabled: true, default: false, ...change });

it("knows a quiet room by its own rule, as we and as other clients make it", () => {
  const conditions = [{ kind: "event_match", key: "room_id", pattern: "!b" }];
  expect([...mutedIn(rules({ room: [rule("!a")], override: [rule("mine", { conditions })] }))]).toEqual(["!a", "!b"]);
});

it("takes no other rule for one", () => {
  const others = {
    room: [rule("!loud", { actions: ["notify"] }), rule("!off", { enabled: false })],
    override: [
      rule(".m.rule.master", { enabled: false }),
      rule(".m.rule.suppress_notices", { conditions: [{ kind: "event_match", key: "content.msgtype", pattern: "x" }] }),
      rule("two", {
        conditions: [
          { kind: "event_match", key: "room_id", pattern: "!b" },
          { kind: "event_match", key: "sender", pattern: "@x" },
        ],
      }),
    ],
  };
  expect(mutedIn(rules(others)).size).toBe(0);
  expect(mutedIn({}).size).toBe(0);
});
