import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { FileText } from "./decodeText.ts";

const text = "事業所名,住所\r\nみほん①髙﨑㈱～,伊豆市見本1-2\r\n";

/** @param size of the pieces the bytes come in */
function decode(bytes: Uint8Array, size = 3): string {
  const file = new FileText();
  let read = "";
  for (let at = 0; at < bytes.length; at += size) read += file.push(bytes.subarray(at, at + size));
  return read + file.end();
}

describe("FileText", () => {
  it.each([1, 2, 3, 7, 1000])("reads UTF-8 with and without its mark, in pieces of %i bytes", (size) => {
    expect(decode(Buffer.from(text, "utf8"), size)).toBe(text);
    expect(decode(Buffer.from(`\uFEFF${text}`, "utf8"), size)).toBe(text);
  });

  it.each([1, 2, 5, 1000])("reads MS932 with the letters Windows added, in pieces of %i bytes", (size) => {
    expect(decode(iconv.encode(text, "cp932"), size)).toBe(text);
  });

  it("marks letters that are damaged and reads everything after them", () => {
    const bytes = Buffer.concat([Buffer.from("事業所名\n壊", "utf8"), Buffer.from([0xff]), Buffer.from("れ\n次\n")]);
    expect(decode(bytes)).toBe("事業所名\n壊\uFFFDれ\n次\n");
  });

  it("reads an empty file as empty text", () => {
    expect(decode(new Uint8Array())).toBe("");
  });
});
