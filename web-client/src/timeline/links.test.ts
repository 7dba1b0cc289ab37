import { describe, expect, it } from "vitest";
import { splitLinks } from "./links.ts";

describe("splitLinks", () => {
  it("finds an address inside Japanese words", () => {
    expect(splitLinks("詳しくはhttps://example.jp/a?b=1をご覧ください。")).toEqual([
      { text: "詳しくは" },
      { text: "https://example.jp/a?b=1", href: "https://example.jp/a?b=1" },
      { text: "をご覧ください。" },
    ]);
    expect(splitLinks("（https://example.jp）を見て")).toEqual([
      { text: "（" },
      { text: "https://example.jp", href: "https://example.jp" },
      { text: "）を見て" },
    ]);
  });

  it("leaves the sentence's own marks outside", () => {
    expect(splitLinks("see http://example.jp/x.").map(({ href }) => href)).toEqual([
      undefined,
      "http://example.jp/x",
      undefined,
    ]);
  });

  it("never makes a link of anything but the web", () => {
    for (const text of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://"])
      expect(splitLinks(text).every(({ href }) => href === undefined)).toBe(true);
  });
});
