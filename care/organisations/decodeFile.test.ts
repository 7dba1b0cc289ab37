import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeFile } from "./decodeFile.ts";

const text = "事業所名,住所\r\nみほん①髙﨑㈱～,伊豆市見本1-2\r\n";

describe("decodeFile", () => {
  it("reads UTF-8 with and without its mark, which is no part of the text", () => {
    expect(decodeFile(Buffer.from(text, "utf8"))).toBe(text);
    expect(decodeFile(Buffer.from(`\uFEFF${text}`, "utf8"))).toBe(text);
  });

  it("reads MS932 with the letters Windows added to Shift_JIS", () => {
    expect(decodeFile(iconv.encode(text, "cp932"))).toBe(text);
  });

  it("gives null for what is neither, instead of wrong letters", () => {
    expect(decodeFile(Uint8Array.from([0x82, 0xff, 0xff, 0x0a]))).toBeNull();
  });

  it("reads an empty file as empty text", () => {
    expect(decodeFile(new Uint8Array())).toBe("");
  });
});
