import fs from "node:fs";
import { describe, expect, it } from "vitest";

const css = fs.readFileSync(new URL("tokens.css", import.meta.url), "utf8");
type Tokens = ReadonlyMap<string, string>;

/** The values of a block, for the light or the dark side. */
function tokensOf(selector: string, side: 1 | 2): Tokens {
  const start = css.indexOf(`\n${selector} {`) + 1;
  const block = css.slice(start, css.indexOf("\n}", start));
  const found = block.matchAll(/(--[\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g);
  return new Map([...found].map((match): [string, string] => [match[1] ?? "", match[1 + side] ?? match[4] ?? ""]));
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Tokens, a: string, b: string): number {
  const [low = 0, high = 0] = [a, b].map((name) => luminance(tokens.get(`--${name}`) ?? "")).sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ["ground", "surface", "surface-sunken", "surface-hover", "surface-selected"];
const ROLES = "medical nursing pharmacy rehab management care welfare public emergency".split(" ");
const TEXTS: readonly (readonly [text: string, ground: string])[] = [
  ...["text", "text-muted", "text-faint"].flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...["primary-text", "danger-text"].flatMap((text) => GROUNDS.slice(0, 2).map((ground) => [text, ground] as const)),
  ...["primary", "danger", "unread"].map((ground) => [`on-${ground}`, ground] as const),
  ["on-primary", "primary-hover"],
  ["on-danger", "danger-hover"],
  ...["primary", "danger", "warning", "success", "info"].map((tone) => [`${tone}-text`, `${tone}-soft`] as const),
  ...ROLES.map((role) => [`role-${role}`, `role-${role}-soft`] as const),
];
const EDGES = ["edge-control", "primary", "focus"].flatMap((edge) =>
  GROUNDS.slice(0, 2).map((on) => [edge, on] as const),
);

const low = (tokens: Tokens, pairs: typeof TEXTS, least: number): string[] =>
  pairs
    .map(([a, b]) => ({ name: `${a} on ${b}`, ratio: contrast(tokens, a, b) }))
    .filter(({ ratio }) => !(ratio >= least))
    .map(({ name, ratio }) => `${name}: ${ratio.toFixed(2)}`);

describe.each([
  ["light", 1],
  ["dark", 2],
] as const)("the %s colours", (_name, side) => {
  const tokens = tokensOf(":root", side);
  const contrasted = new Map([...tokens, ...tokensOf(':root[data-contrast="more"]', side)]);

  it("reach 4.5:1 for text and 3:1 for edges", () => {
    expect(low(tokens, TEXTS, 4.5)).toEqual([]);
    expect(low(tokens, EDGES, 3)).toEqual([]);
  });

  it("reach 7:1 in high contrast", () => {
    expect(low(contrasted, TEXTS, 7)).toEqual([]);
    expect(low(contrasted, EDGES, 7)).toEqual([]);
  });
});
