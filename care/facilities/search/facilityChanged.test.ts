import { expect, it } from "vitest";
import { newId } from "../../kernel/ids.ts";
import type { OutboxInput } from "../../outbox/messages.ts";
import { FACILITIES_A_MESSAGE, facilityChanged } from "./facilityChanged.ts";

async function sentFor(count: number): Promise<OutboxInput[]> {
  const sent: OutboxInput[] = [];
  const ids = Array.from({ length: count }, () => newId("svc"));
  await facilityChanged({ send: async (message) => void sent.push(message) }, [...ids, ...ids]);
  return sent;
}

it("gives one facility a lane of its own", async () => {
  const [message, ...rest] = await sentFor(1);
  expect(rest).toEqual([]);
  expect(message?.lane).toMatch(/^facility:svc_/);
});

it("puts many facilities into few messages, each once", async () => {
  const sent = await sentFor(FACILITIES_A_MESSAGE * 2 + 1);
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(3);
});

it("says nothing when nothing changed", async () => {
  expect(await sentFor(0)).toEqual([]);
});
