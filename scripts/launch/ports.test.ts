import { expect, it } from "vitest";
import { freePorts } from "./ports.ts";

it("never gives a free port twice, nor one of those the system takes for outgoing connections", async () => {
  const ports = [...(await freePorts(200)), ...(await freePorts(200))];
  expect(new Set(ports).size).toBe(400);
  expect(Math.max(...ports)).toBeLessThan(32_768);
});
