import { describe, expect, it } from "vitest";
import { parseKey, parseKeyring } from "./keyring.ts";

const base64 = (fill: number, length = 32): string => Buffer.alloc(length, fill).toString("base64");

describe("parseKeyring", () => {
  it("uses the first key for new data and finds the others by name", () => {
    const keyring = parseKeyring(`k2026:${base64(2)}, k2025:${base64(1)} ,`);
    expect(keyring.current.name).toBe("k2026");
    expect(keyring.key("k2025").equals(Buffer.alloc(32, 1))).toBe(true);
    expect(keyring.key("k2026").equals(keyring.current.key)).toBe(true);
  });

  it("names the key that stored data needs and the setting lacks", () => {
    expect(() => parseKeyring(`k1:${base64(1)}`).key("k0")).toThrow('lacks the key "k0"');
  });

  it.each([
    ["nothing", ""],
    ["no name", `:${base64(1)}`],
    ["a name too long for its place", `${"k".repeat(65)}:${base64(1)}`],
    ["a name with other letters", `鍵:${base64(1)}`],
    ["a key too short", `k1:${base64(1, 31)}`],
    ["a key too long", `k1:${base64(1, 33)}`],
    ["no key", "k1:"],
    ["the same name twice", `k1:${base64(1)},k1:${base64(2)}`],
  ])("refuses %s and names the setting, never the key", (_, text) => {
    let message = "";
    try {
      parseKeyring(text);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("TSUNAGI_KEYRING");
    expect(message).not.toContain(base64(1).slice(0, 20));
  });

  it("reads one key and names its setting when it has another length", () => {
    expect(parseKey(base64(5), "TSUNAGI_INDEX_KEY").equals(Buffer.alloc(32, 5))).toBe(true);
    expect(() => parseKey("c2hvcnQ=", "TSUNAGI_INDEX_KEY")).toThrow("TSUNAGI_INDEX_KEY must be 32 bytes in base64");
  });
});
