import { expect, it } from "vitest";
import { runFault } from "../fault/run.ts";

it("answers every command exactly once, readably, while hub and Synapse are killed (the short version)", async () => {
  const result = await runFault({ hubKills: 4, synapseKills: 1, pauseMs: 500, settleMs: 90_000 });
  expect(result.commands).toBeGreaterThan(10);
  expect(result).toMatchObject({ unanswered: 0, duplicates: 0, indexReuse: 0, undecryptable: 0, recordsOff: 0 });
}, 300_000);
