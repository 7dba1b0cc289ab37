import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** What a PDF says and shows, read by another program than the one that made it. */
export interface ReadPdf {
  readonly pages: number;
  readonly text: string;
  /** What the QR codes on the first page say, as a camera would read them. */
  readonly codes: readonly string[];
  readonly title: string;
  readonly language: string;
  /** Names of the fonts in the file. */
  readonly fonts: readonly string[];
}

const { resolve } = createRequire(import.meta.url);

export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), disableFontFace: true, verbosity: 0 });
  const pdf = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  const { info } = await pdf.getMetadata();
  const said = info as { Title?: string; Language?: string };
  const read = {
    pages: pdf.numPages,
    text: texts.join("\n"),
    codes: await codesOn(pdf),
    title: said.Title ?? "",
    language: said.Language ?? "",
    fonts: [...bytes.toString("latin1").matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name]) => name ?? ""),
  };
  await task.destroy();
  return read;
}

type Pdf = Awaited<ReturnType<typeof getDocument>["promise"]>;

async function codesOn(pdf: Pdf): Promise<string[]> {
  const canvas = await drawn(pdf, 2);
  const picture = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
  if (!picture) throw new Error("nothing drawn");
  const wasmBinary = (await readFile(resolve("zxing-wasm/reader/zxing_reader.wasm"))).buffer as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  const found = await readBarcodes(picture, { formats: ["QRCode"], tryHarder: true });
  return found.map(({ text }) => text);
}

/** The first page as a picture. @param scale pixels a point */
export async function pictureOfPage(bytes: Buffer, scale: number): Promise<Buffer> {
  const task = getDocument({ data: new Uint8Array(bytes), disableFontFace: true, verbosity: 0 });
  const canvas = await drawn(await task.promise, scale);
  const png = canvas.toBuffer("image/png");
  await task.destroy();
  return png;
}

/** What pdf.js draws on outside a browser. */
type Canvas = HTMLCanvasElement & { toBuffer(mediaType: "image/png"): Buffer };

async function drawn(pdf: Pdf, scale: number): Promise<Canvas> {
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale });
  const factory = pdf.canvasFactory as { create(width: number, height: number): { canvas: Canvas } };
  const { canvas } = factory.create(viewport.width, viewport.height);
  await page.render({ canvas, viewport }).promise;
  return canvas;
}
