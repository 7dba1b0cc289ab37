import { describe, expect, it } from "vitest";
import { looksLikeJpeg, metadataIn } from "./jpeg.ts";

const segment = (marker: number, ...data: number[]): number[] => [0xff, marker, 0, data.length + 2, ...data];
const jpeg = (...segments: number[][]): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...segments.flat(), ...segment(0xda, 1), 1, 2, 3, 0xff, 0xd9]);

describe("metadataIn", () => {
  it("finds nothing in what a canvas gives: JFIF, a colour profile, tables", () => {
    const bytes = jpeg(segment(0xe0, 0x4a, 0x46), segment(0xe2, 1, 2), segment(0xdb, 1), segment(0xc0, 1));
    expect(looksLikeJpeg(bytes)).toBe(true);
    expect(metadataIn(bytes)).toBe(false);
  });

  it.each([
    ["EXIF with the place", segment(0xe1, 0x45, 0x78)],
    ["a maker's own segment", segment(0xed, 1)],
    ["a comment", segment(0xfe, 0x61)],
  ])("finds %s, wherever it stands", (_, told) => {
    expect(metadataIn(jpeg(told))).toBe(true);
    expect(metadataIn(jpeg(segment(0xe0, 1), segment(0xdb, 1), told))).toBe(true);
  });

  it("trusts nothing that cannot be walked to the picture itself", () => {
    expect(metadataIn(Uint8Array.from([0xff, 0xd8, 0xff]))).toBe(true);
    expect(metadataIn(Uint8Array.from([0xff, 0xd8, 0x00, 0x01, 0x02, 0x03]))).toBe(true);
    expect(metadataIn(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]))).toBe(true);
  });
});

it("looksLikeJpeg tells a picture of another kind apart", () => {
  expect(looksLikeJpeg(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBe(false);
});
