import { lettersOf, restWords, type Sheet, type SheetBlock } from "../sheet.ts";
import { A4, MM, Paper, type TextStyle } from "./paper.ts";

const MARGIN = 14 * MM;
const WIDTH = A4.width - 2 * MARGIN;
const BOTTOM = A4.height - 24 * MM;
const LABEL = 34 * MM;
const PAD = 5;
const QR = 32 * MM;
const PHOTO = { width: 24 * MM, height: 30 * MM };

const HEAD: TextStyle = { size: 11, bold: true };
const VALUE: TextStyle = { size: 11, bold: true };
const QUIET: TextStyle = { size: 9 };
const SMALL: TextStyle = { size: 8 };

export const QR_ALT = "救急カードのQRコード。権限のあるサインインがなければ何も読めません。";

/** The whole card on A4: the first minute first, then everything else, so many pages as it takes. */
export async function sheetPdf(sheet: Sheet, now: Date): Promise<Buffer> {
  const paper = await Paper.open("救急カード", now);
  const flow = new Flow(paper, header(paper, sheet));
  for (const block of sheet.first) flow.block(block);
  for (const block of sheet.rest) flow.block(block);
  for (const remark of paper.remarks()) flow.remark(`※ ${remark}`);
  paper.everyPage((page, of) => footer(paper, sheet, page, of));
  return paper.bytes();
}

/** @returns where the next thing may stand */
function header(paper: Paper, sheet: Sheet): number {
  const right = A4.width - MARGIN;
  const code = sheet.code === null ? 0 : QR + 4;
  const photo = sheet.photo ? PHOTO.width + 6 : 0;
  const width = WIDTH - code - photo;
  let y = MARGIN;
  const at = () => ({ x: MARGIN, y, width });
  y += paper.write("H1", "救急カード", at(), { size: 13, bold: true }) + 2;
  y += paper.write("P", sheet.kana, at(), { size: 10 });
  const name: TextStyle = { size: 26, bold: true };
  y += paper.write("P", sheet.name, at(), { ...name, size: paper.sizeInLine(sheet.name, width, name, 14) });
  for (const line of factLines(sheet)) y += paper.write("P", line, at(), { size: 10 });
  if (sheet.photo) paper.picture(sheet.photo, "顔写真", { x: right - code - PHOTO.width, y: MARGIN, ...PHOTO });
  if (sheet.code !== null) {
    paper.qr(sheet.code, QR_ALT, right - QR, MARGIN - 6, QR);
    const box = { x: right - QR - 4, y: MARGIN + QR - 8, width: QR + 8 };
    const says = `認証を受けた救急隊・病院だけが読めるコードです\n${lettersOf(sheet.code)}`;
    paper.write("Caption", says, box, { ...SMALL, size: 6.5, align: "center", tight: true });
  }
  return Math.max(y, code + photo > 0 ? MARGIN + QR + 8 : 0) + 6;
}

const TOGETHER = [["生年月日", "年齢"], ["性別", "血液型", "要介護度"], ["住所"], ["電話"]];

/** Facts that belong together in one line. */
const factLines = ({ facts }: Sheet): string[] =>
  TOGETHER.map((labels) =>
    facts
      .filter(({ label }) => labels.includes(label))
      .map(({ label, value }) => `${label}　${value}`)
      .join("　　"),
  ).filter((line) => line !== "");

class Flow {
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

  remark(text: string): void {
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

function footer(paper: Paper, sheet: Sheet, page: number, of: number): void {
  const y = A4.height - 21 * MM;
  paper.decorate((doc) =>
    doc
      .lineWidth(1)
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + WIDTH, y)
      .stroke("#000000"),
  );
  const due = sheet.due ? "（内容が変わっていないか確かめてください）" : "";
  paper.write(
    "P",
    `最終確認日　${sheet.confirmed}${due}`,
    { x: MARGIN, y: y + 4, width: WIDTH },
    { size: 11, bold: true },
  );
  const says = `${sheet.printed}。個人情報です。使い終わったら裁断してください。`;
  paper.write("P", says, { x: MARGIN, y: y + 21, width: WIDTH - 60 }, SMALL);
  const box = { x: MARGIN + WIDTH - 60, y: y + 21, width: 60 };
  paper.write("P", `${page} / ${of}`, box, { ...SMALL, align: "right" });
}
