import QRCode from "qrcode";

const here = (file: string) => new URL(`../../../web-client/src/emergency/jahis/${file}`, import.meta.url).href;

/**
 * An invented medication book as the two codes a pharmacy prints it in, each as a picture.
 * By address: the client is no package that others import; what it tests its parser with is the same book.
 */
export async function printedBook(): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  const { PARTS } = (await import(here("testBooks.ts"))) as { PARTS: readonly string[] };
  return Promise.all(PARTS.map((text, i) => pictureOf(text, `book-${i + 1}.png`)));
}

/** Text as a QR code whose bytes are Shift_JIS. */
export async function pictureOf(
  text: string,
  name: string,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const { shiftJis } = (await import(here("testShiftJis.ts"))) as { shiftJis: (text: string) => Uint8Array };
  const data = Buffer.from(shiftJis(text));
  const buffer = await QRCode.toBuffer([{ data, mode: "byte" }], { width: 900, margin: 4 });
  return { name, mimeType: "image/png", buffer };
}
