import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";
import type { ScannedCode } from "./jahis/assemble.ts";

/** Most codes on one picture: a sheet of a pharmacy has up to a dozen. */
const MOST_CODES = 16;

// The library would fetch its program from elsewhere; ours lies beside the page.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** All QR codes on a picture, as bytes: their text is Shift_JIS and may be cut in the middle of a character. */
export async function readCodes(image: Blob | ImageData): Promise<ScannedCode[]> {
  const found = await readBarcodes(image, { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: MOST_CODES });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ bytes, sequenceSize, sequenceIndex, sequenceId }) => ({
      bytes: Uint8Array.from(bytes),
      sequence: sequenceSize > 1 ? { id: sequenceId, index: sequenceIndex, size: sequenceSize } : null,
    }));
}
