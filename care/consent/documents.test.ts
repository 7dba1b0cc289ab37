import { describe, expect, it } from "vitest";
import { recogniseMediaType } from "./documents.ts";

describe("recogniseMediaType", () => {
  it("goes by the first bytes, whatever a file is called", () => {
    expect(recogniseMediaType(Buffer.from("%PDF-1.7\n"))).toBe("application/pdf");
    expect(recogniseMediaType(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]))).toBe("image/jpeg");
    expect(recogniseMediaType(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]))).toBe("image/png");
  });

  it("keeps nothing that could run or that only begins like one of them", () => {
    const svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    for (const text of [svg, "<html>", "MZ", "", "%PD", " %PDF-1.7"]) {
      expect(recogniseMediaType(Buffer.from(text))).toBeUndefined();
    }
    expect(recogniseMediaType(Buffer.from([0xff, 0xd8]))).toBeUndefined();
  });
});
