import { CHUNK_BYTES } from "@tsunagi/contracts/rest/incident";
import { describe, expect, it } from "vitest";
import { cut, newMediaKey, openPiece, sealPiece } from "./pieces.ts";

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe("pieces of a photo", () => {
  it("open again in their place, and nowhere else", async () => {
    const key = newMediaKey();
    const sealed = await sealPiece(key, "inm_a", 1, new Blob(["photo"]));
    expect(new TextDecoder().decode(await openPiece(key, "inm_a", 1, sealed))).toBe("photo");
    await expect(openPiece(key, "inm_a", 2, sealed)).rejects.toThrow();
    await expect(openPiece(key, "inm_b", 1, sealed)).rejects.toThrow();
    await expect(openPiece(newMediaKey(), "inm_a", 1, sealed)).rejects.toThrow();
  });

  it("are the whole cut to size, with nothing left out", async () => {
    const whole = new Blob([new Uint8Array(CHUNK_BYTES + 5).map((_, i) => i % 251)]);
    const rest = cut(whole);
    expect(rest.map(({ size }) => size)).toEqual([CHUNK_BYTES, 5]);
    expect(await bytesOf(new Blob(rest))).toEqual(await bytesOf(whole));
  });
});
