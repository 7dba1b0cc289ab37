import { expect, it } from "vitest";
import { loudness, waveform } from "./waveform.ts";

it("silence is 0, a shout is 1", () => {
  expect(loudness(new Uint8Array(64).fill(128))).toBe(0);
  expect(loudness(new Uint8Array([0, 255, 0, 255]))).toBe(1);
});

it("a long memo is told in at most 80 values, no loud moment lost", () => {
  const levels = Array.from({ length: 3000 }, (_, i) => (i === 1501 ? 1 : 0.1));
  const values = waveform(levels);
  expect(values).toHaveLength(80);
  expect(Math.max(...values)).toBe(1024);
  expect(waveform([0.5])).toEqual([512]);
  expect(waveform([])).toEqual([]);
});
