import { describe, expect, it } from "vitest";
import { linkFacts, splitLinks } from "./links.ts";

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

describe("linkFacts", () => {
  it("calls a host as the browser does, so that other letters are seen", () => {
    expect(linkFacts("https://www.gооgle.com/mail")).toEqual({
      host: "www.xn--ggle-55da.com",
      doubts: ["lookalike"],
    });
  });

  it("says when an address hides where it leads, has no name, or can be read on the way", () => {
    expect(linkFacts("https://hospital.example.jp@evil.example/").doubts).toEqual(["disguised"]);
    expect(linkFacts("http://192.0.2.1/").doubts).toEqual(["number", "open"]);
    expect(linkFacts("https://example.jp/").doubts).toEqual([]);
  });
});

describe("telephone numbers and other alphabets", () => {
  it("makes a telephone number callable, and nothing else that has digits", () => {
    expect(splitLinks("電話は0548-22-1234まで")).toContainEqual({ text: "0548-22-1234", href: "tel:0548221234" });
    expect(splitLinks("2026-11-22 血圧120-80").every(({ href }) => href === undefined)).toBe(true);
  });

  it("keeps letters of another alphabet in the address, and Japanese out of it", () => {
    expect(splitLinks("https://gооgle.comを見て")[0]).toEqual({
      text: "https://gооgle.com",
      href: "https://gооgle.com",
    });
  });

  it("makes no link of what a browser would run", () => {
    expect(splitLinks("javascript:alert(1) data:text/html,x file:///etc")).toHaveLength(1);
  });
});
