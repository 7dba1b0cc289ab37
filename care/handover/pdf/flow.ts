import { restWords, type SheetBlock } from "../sheet.ts";
import { A4, MM, type Paper, type TextStyle } from "./paper.ts";

export const MARGIN = 14 * MM;
export const WIDTH = A4.width - 2 * MARGIN;
const BOTTOM = A4.height - 24 * MM;
const LABEL = 34 * MM;
const PAD = 5;

const HEAD: TextStyle = { size: 11, bold: true };
const VALUE: TextStyle = { size: 11, bold: true };
const QUIET: TextStyle = { size: 9 };
export const SMALL: TextStyle = { size: 8 };

/** What stands at the foot of every page. */
export interface Foot {
  readonly first: string;
  readonly second: string;
}

/** Puts blocks under one another, over so many pages as it takes. */
export class Flow {
  readonly #paper: Paper;
  #y: number;

  constructor(paper: Paper, y: number) {
    this.#paper = paper;
    this.#y = y;
  }

  /** A title with its rows; a title never stands alone at the foot of a page. */
  block(block: SheetBlock): void {
    const rows = rowsOf(block);
    this.#need(20 + this.#rowHeight(rows[0]));
    const y = this.#y;
    const { alert, title } = block;
    this.#paper.decorate((doc) => doc.rect(MARGIN, y, WIDTH, 18).fill(alert ? "#000000" : "#e3e3e3"));
    const color = alert ? "#ffffff" : "#000000";
    const box = { x: MARGIN + PAD, y: y + 1.5, width: WIDTH - 2 * PAD };
    this.#paper.write("H2", alert ? `！ ${title}` : title, box, { ...HEAD, color });
    this.#y += 20;
    for (const row of rows) this.#row(row, alert);
    this.#y += 6;
  }

  /** What the font could not print, and the foot of every page. @returns the file */
  finish(foot: Foot): Promise<Buffer> {
    for (const remark of this.#paper.remarks()) this.#remark(`※ ${remark}`);
    this.#paper.everyPage((page, of) => footer(this.#paper, foot, page, of));
    return this.#paper.bytes();
  }

  #remark(text: string): void {
    this.#need(this.#paper.height(text, WIDTH, SMALL));
    this.#y += this.#paper.write("P", text, { x: MARGIN, y: this.#y, width: WIDTH }, SMALL) + 2;
  }

  #row(row: Row, alert: boolean): void {
    const height = this.#rowHeight(row);
    this.#need(height);
    const y = this.#y;
    this.#paper.decorate((doc) => {
      doc
        .lineWidth(0.4)
        .moveTo(MARGIN, y + height)
        .lineTo(MARGIN + WIDTH, y + height)
        .stroke("#999999");
      if (alert) doc.rect(MARGIN, y - 2, 3, height + 2).fill("#000000");
    });
    if (row.label) this.#paper.write("P", row.label, { x: MARGIN + PAD + 2, y: y + 3, width: LABEL - PAD }, QUIET);
    const x = MARGIN + (row.label ? LABEL : PAD) + PAD;
    this.#paper.write("P", row.text, { x, y: y + 2, width: MARGIN + WIDTH - x - PAD }, row.style);
    this.#y += height;
  }

  #rowHeight(row: Row | undefined): number {
    if (!row) return 0;
    const width = WIDTH - 2 * PAD - (row.label ? LABEL : PAD);
    const label = row.label ? this.#paper.height(row.label, LABEL - PAD, QUIET) : 0;
    return Math.max(label, this.#paper.height(row.text, width, row.style)) + 4;
  }

  #need(height: number): void {
    if (this.#y + height <= BOTTOM) return;
    this.#paper.newPage();
    this.#y = MARGIN;
  }
}

interface Row {
  readonly label: string;
  readonly text: string;
  readonly style: TextStyle;
}

const rowsOf = (block: SheetBlock): Row[] => [
  ...(block.note ? [{ label: "", text: block.note, style: QUIET }] : []),
  ...block.known.flatMap(({ label, values }) =>
    values.map(({ text }, i) => ({ label: i === 0 ? label : "〃", text, style: VALUE })),
  ),
  ...restWords(block).map((text) => ({ label: "", text, style: { size: 10 } })),
];

function footer(paper: Paper, { first, second }: Foot, page: number, of: number): void {
  const y = A4.height - 21 * MM;
  paper.decorate((doc) =>
    doc
      .lineWidth(1)
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + WIDTH, y)
      .stroke("#000000"),
  );
  paper.write("P", first, { x: MARGIN, y: y + 4, width: WIDTH }, { size: 11, bold: true });
  paper.write("P", second, { x: MARGIN, y: y + 21, width: WIDTH - 60 }, SMALL);
  const box = { x: MARGIN + WIDTH - 60, y: y + 21, width: 60 };
  paper.write("P", `${page} / ${of}`, box, { ...SMALL, align: "right" });
}
