import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { open, openJson, seal, sealJson } from "./sealing.ts";

const key = randomBytes(32);
const text = Buffer.from("架空 花子は毎朝散歩をします", "utf8");

describe("sealing", () => {
  it("opens to what was sealed", () => {
    expect(open(key, seal(key, text, "here"), "here").equals(text)).toBe(true);
    expect(open(key, seal(key, new Uint8Array(), "here"), "here")).toHaveLength(0);
    expect(openJson(key, sealJson(key, { name: "架空", list: [1, null] }, "here"), "here")).toEqual({
      name: "架空",
      list: [1, null],
    });
  });

  it("never gives the same bytes twice for the same text", () => {
    expect(Buffer.from(seal(key, text, "here")).equals(Buffer.from(seal(key, text, "here")))).toBe(false);
  });

  it("shows nothing of the text", () => {
    expect(Buffer.from(seal(key, text, "here")).includes(Buffer.from("花子"))).toBe(false);
  });

  it("opens nowhere but where it was put", () => {
    const sealed = seal(key, text, "person:a");
    expect(() => open(key, sealed, "person:b")).toThrow();
    expect(() => open(key, sealed, "")).toThrow();
  });

  it("does not open with another key", () => {
    expect(() => open(randomBytes(32), seal(key, text, "here"), "here")).toThrow();
  });

  it("does not open when any byte was changed, added or cut off", () => {
    const sealed = seal(key, text, "here");
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Uint8Array.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => open(key, changed, "here"), `byte ${i}`).toThrow();
    }
    for (const length of [0, 1, 12, 28, sealed.length - 1]) {
      expect(() => open(key, sealed.subarray(0, length), "here"), `length ${length}`).toThrow();
    }
    expect(() => open(key, Uint8Array.from([...sealed, 0]), "here")).toThrow();
  });

  it("names the format it does not know", () => {
    const sealed = seal(key, text, "here");
    sealed[0] = 9;
    expect(() => open(key, sealed, "here")).toThrow("unknown sealing format 9");
  });
});
