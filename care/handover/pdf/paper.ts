import PDFDocument from "pdfkit";
import QRCode from "qrcode";
import { loadFonts } from "./fonts.ts";
import { Printable } from "./printable.ts";

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;
/** Points of one millimetre. */
export const MM = 72 / 25.4;
export const INK = "#000000";

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: "left" | "right" | "center";
  /** Lines close together, for the small card. */
  readonly tight?: boolean;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Structure tags of a PDF: screen readers read these. */
type Tag = "H1" | "H2" | "P" | "Caption";

/** Sheets of A4 that text and figures are put on; everything stays in memory. */
export class Paper {
  readonly #doc: PDFKit.PDFDocument;
  readonly #printable: Printable;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #bytes: Promise<Buffer>;

  private constructor(doc: PDFKit.PDFDocument, printable: Printable) {
    this.#doc = doc;
    this.#printable = printable;
    const chunks: Buffer[] = [];
    this.#bytes = new Promise((resolve, reject) => {
      doc.on("data", (chunk: Buffer) => chunks.push(chunk));
      doc.on("end", () => resolve(Buffer.concat(chunks)));
      doc.on("error", reject);
    });
    this.#root = doc.struct("Document");
    doc.addStructure(this.#root);
  }

  /** @param title stands in the file: never a person's name */
  static async open(title: string, now: Date): Promise<Paper> {
    const { regular, bold, glyphs } = await loadFonts();
    const doc = new PDFDocument({
      size: "A4",
      margin: 0,
      bufferPages: true,
      pdfVersion: "1.7",
      tagged: true,
      lang: "ja-JP",
      displayTitle: true,
      info: { Title: title, Creator: "Tsunagi", Producer: "Tsunagi", CreationDate: now, ModDate: now },
    });
    doc.registerFont("regular", regular);
    doc.registerFont("bold", bold);
    return new Paper(doc, new Printable(glyphs));
  }

  /** Height a text takes at this width. */
  height(text: string, width: number, style: TextStyle): number {
    return this.#styled(style).heightOfString(this.#printable.text(text), { width, lineGap: gapOf(style) });
  }

  /** Largest size, from the style's down to `least`, at which a text stands in one line. */
  sizeInLine(text: string, width: number, style: TextStyle, least: number): number {
    const printed = this.#printable.text(text);
    for (let size = style.size; size > least; size -= 0.5)
      if (this.#styled({ ...style, size }).widthOfString(printed) <= width) return size;
    return least;
  }

  /** @returns the height taken */
  write(tag: Tag, text: string, { x, y, width }: Box, style: TextStyle): number {
    const printed = this.#printable.text(text);
    const content = this.#doc.markStructureContent(tag);
    const doc = this.#styled(style).fillColor(style.color ?? INK);
    doc.text(printed, x, y, { width, align: style.align ?? "left", lineGap: gapOf(style) });
    this.#doc.endMarkedContent();
    this.#root.add(this.#doc.struct(tag, {}, [content]));
    return this.#doc.heightOfString(printed, { width, lineGap: gapOf(style) });
  }

  /** Lines and fields that say nothing themselves. */
  decorate(draw: (doc: PDFKit.PDFDocument) => void): void {
    this.#doc.markContent("Artifact", { type: "Layout" });
    this.#doc.save();
    draw(this.#doc);
    this.#doc.restore();
    this.#doc.endMarkedContent();
  }

  /** @param image JPEG data URL */
  picture(image: string, alt: string, { x, y, width, height }: Box & { readonly height: number }): void {
    this.#figure(alt, (doc) => {
      doc.save().rect(x, y, width, height).clip();
      doc.image(image, x, y, { cover: [width, height], align: "center", valign: "center" }).restore();
    });
  }

  /** A QR code with the quiet zone its readers need, `size` points wide in all. */
  qr(text: string, alt: string, x: number, y: number, size: number): void {
    const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
    const step = size / (modules.size + 8);
    this.#figure(alt, (doc) => {
      doc.save().rect(x, y, size, size).fill("#ffffff").fillColor(INK);
      for (let row = 0; row < modules.size; row += 1)
        for (let column = 0; column < modules.size; column += 1)
          if (modules.get(row, column)) doc.rect(x + (column + 4) * step, y + (row + 4) * step, step, step);
      doc.fill().restore();
    });
  }

  newPage(): void {
    this.#doc.addPage();
  }

  /** Draws on every page what stands on all of them. */
  everyPage(draw: (page: number, of: number) => void): void {
    const { count } = this.#doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#doc.switchToPage(page);
      draw(page + 1, count);
    }
  }

  /** What the font could not print. */
  remarks(): string[] {
    return this.#printable.remarks();
  }

  /** @returns the file; nothing can be put on it afterwards */
  bytes(): Promise<Buffer> {
    this.#root.end();
    this.#doc.end();
    return this.#bytes;
  }

  #figure(alt: string, draw: (doc: PDFKit.PDFDocument) => void): void {
    const content = this.#doc.markStructureContent("Figure");
    draw(this.#doc);
    this.#doc.endMarkedContent();
    this.#root.add(this.#doc.struct("Figure", { alt }, [content]));
  }

  #styled({ size, bold }: TextStyle): PDFKit.PDFDocument {
    return this.#doc.font(bold ? "bold" : "regular").fontSize(size);
  }
}

/** The font's own lines are half as high again as its letters. */
const gapOf = ({ size, tight }: TextStyle): number => (tight ? -0.28 * size : 0);
