import { describe, expect, it } from "vitest";
import { deviceCode, groupDigits } from "./deviceCode.ts";

const KEY = "lJJlAPzjM9MGFLzz6cCGvHzqPvQJ7EYXBh8gdpVO7Sg";

describe("deviceCode", () => {
  it("is 16 digits, the same on every screen", async () => {
    const code = await deviceCode("@mihon:hub.example", "DEVICEA", KEY);
    expect(code).toMatch(/^\d{16}$/);
    expect(await deviceCode("@mihon:hub.example", "DEVICEA", KEY)).toBe(code);
  });

  it("stays what it is from version to version: clients of another age show the same", async () => {
    expect(await deviceCode("@mihon:hub.example", "DEVICEA", KEY)).toBe("7779847742517514");
  });

  it("differs by user, device and key, and by where one ends and the next begins", async () => {
    const codes = await Promise.all([
      deviceCode("@mihon:hub.example", "DEVICEA", KEY),
      deviceCode("@other:hub.example", "DEVICEA", KEY),
      deviceCode("@mihon:hub.example", "DEVICEB", KEY),
      deviceCode("@mihon:hub.example", "DEVICEA", KEY.replace("l", "m")),
      deviceCode("@mihon:hub.exampleD", "EVICEA", KEY),
    ]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("keeps leading zeros", async () => {
    const codes = await Promise.all(
      Array.from({ length: 300 }, (_, i) => deviceCode("@mihon:hub.example", `D${i}`, KEY)),
    );
    expect(codes.some((code) => code.startsWith("0"))).toBe(true);
    for (const code of codes) expect(code).toHaveLength(16);
  });
});

describe("groupDigits", () => {
  it("groups by four, to be read aloud", () => {
    expect(groupDigits("1234567890123456")).toBe("1234 5678 9012 3456");
    expect(groupDigits("12345")).toBe("1234 5");
    expect(groupDigits("")).toBe("");
  });
});
