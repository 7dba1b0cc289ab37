import { restWords, type Sheet, type SheetBlock } from "../sheet.ts";
import { A4, MM, Paper, type TextStyle } from "./paper.ts";
import { QR_ALT } from "./sheetPdf.ts";

/** ISO/IEC 7810 ID-1, the size of a bank card: two faces side by side, folded in the middle. */
const FACE = { width: 85.6 * MM, height: 53.98 * MM };
const LEFT = (A4.width - 2 * FACE.width) / 2;
const TOP = 30 * MM;
const PAD = 2.5 * MM;
const QR = 22 * MM;
/** Letters of the back: from the first size that fits down to the last. */
const SIZES = [7.5, 7, 6.5, 6, 5.5];
const ROOM = FACE.height - 2 * PAD;

/** A card for the purse: who it is, whom to call and the code in front; what can kill on the back. */
export async function walletPdf(sheet: Sheet, now: Date): Promise<Buffer> {
  const paper = await Paper.open("救急カード（携帯用）", now);
  const box = { x: LEFT, y: TOP - 14 * MM, width: 2 * FACE.width };
  paper.write("H1", "救急カード（携帯用）　100％の大きさで印刷し、線で切り、中央で二つに折ってください", box, {
    size: 9,
    bold: true,
  });
  frame(paper);
  front(paper, sheet);
  const left = back(paper, sheet);
  const notes = [
    ...(left > 0 ? [`裏面に入りきらない項目が${left}件あります。A4の救急カードも一緒に持ってください。`] : []),
    ...paper.remarks(),
    `${sheet.printed}。個人情報です。使い終わったら裁断してください。`,
  ];
  let y = TOP + FACE.height + 5 * MM;
  for (const note of notes) y += paper.write("P", note, { x: LEFT, y, width: 2 * FACE.width }, { size: 8 }) + 2;
  return paper.bytes();
}

function frame(paper: Paper): void {
  paper.decorate((doc) => {
    doc
      .lineWidth(0.6)
      .roundedRect(LEFT, TOP, 2 * FACE.width, FACE.height, 8)
      .stroke("#000000");
    const middle = LEFT + FACE.width;
    doc
      .dash(3, { space: 3 })
      .moveTo(middle, TOP - 8)
      .lineTo(middle, TOP + FACE.height + 8)
      .stroke("#777777");
  });
}

/** An age would be wrong within the year. */
const FACTS = ["生年月日", "性別", "血液型", "住所"];

function front(paper: Paper, sheet: Sheet): void {
  const coded = sheet.code !== null;
  const width = FACE.width - 2 * PAD - (coded ? QR : 0);
  if (sheet.code !== null) paper.qr(sheet.code, QR_ALT, LEFT + FACE.width - QR - 3, TOP + 3, QR);
  let y = TOP + PAD;
  const at = (wide = width) => ({ x: LEFT + PAD, y, width: wide });
  y += paper.write("H2", "救急カード", at(), { size: 8, bold: true });
  y += paper.write("P", sheet.kana, at(), { size: 6.5, tight: true });
  const name: TextStyle = { size: 15, bold: true };
  y += paper.write("P", sheet.name, at(), { ...name, size: paper.sizeInLine(sheet.name, width, name, 8) });
  for (const { label, value } of sheet.facts.filter((fact) => FACTS.includes(fact.label)))
    y += paper.write("P", `${label}　${value}`, at(), { size: 6.5, tight: true }) + 1;
  y = Math.max(y + 2, coded ? TOP + QR + 4 : 0);
  const wide = FACE.width - 2 * PAD;
  const contacts = sheet.first.find(({ title }) => title === "緊急連絡先");
  const lines = contacts ? [...linesOf(contacts).slice(0, 3), ...restWords(contacts)] : [];
  y += paper.write("H2", "緊急連絡先", at(wide), { size: 6.5, bold: true });
  const room = TOP + FACE.height - 4 * MM;
  for (const line of lines) {
    const style: TextStyle = { size: paper.sizeInLine(line, wide, { size: 8, bold: true }, 5.5), bold: true };
    if (y + paper.height(line, wide, style) > room) break;
    y += paper.write("P", line, at(wide), style);
  }
  const foot = { x: LEFT + PAD, y: TOP + FACE.height - 4.2 * MM, width: wide };
  paper.write("P", `最終確認日　${sheet.confirmed}`, foot, { size: 7, bold: true });
}

const BACK = ["アレルギー・禁忌薬", "特に注意する治療・器具", "病気", "かかりつけ医・薬局", "救命処置についての意思"];

/** @returns how many entries found no room */
function back(paper: Paper, sheet: Sheet): number {
  const blocks = sheet.first.filter(({ title }) => BACK.includes(title));
  const width = FACE.width - 2 * PAD;
  const parts = blocks.flatMap(partsOf);
  const heightAt = (size: number) =>
    parts.reduce((sum, { text, bold }) => sum + paper.height(text, width, { size, bold, tight: true }), 0);
  const where = sheet.code === null ? "A4の救急カードへ" : "表のQRコード、A4の救急カードへ";
  const foot = (left: number) => `${left > 0 ? `ほか${left}件・` : ""}服用薬などは、${where}`;
  const room = (size: number) => ROOM - paper.height(foot(99), width, { size, bold: true, tight: true });
  const size = SIZES.find((one) => heightAt(one) <= room(one)) ?? SIZES.at(-1) ?? 5.5;
  const style = { size, tight: true };
  const at = (used: number) => ({ x: LEFT + FACE.width + PAD, y: TOP + PAD + used, width });
  let used = 0;
  let left = 0;
  for (const { tag, text, bold } of parts) {
    const height = paper.height(text, width, { ...style, bold });
    if (left > 0 || used + height > room(size)) left += tag === "P" ? 1 : 0;
    else used += paper.write(tag, text, at(used), { ...style, bold });
  }
  paper.write("P", foot(left), at(used), { ...style, bold: true });
  return left;
}

interface Part {
  readonly tag: "H2" | "P";
  readonly text: string;
  readonly bold: boolean;
}

const partsOf = (block: SheetBlock): Part[] => [
  { tag: "H2", text: `${block.alert ? "！" : "■"}${block.title}`, bold: true },
  ...(block.note ? [{ tag: "P", text: block.note, bold: false } as const] : []),
  ...linesOf(block).map((text): Part => ({ tag: "P", text, bold: block.alert })),
  ...restWords(block).map((text): Part => ({ tag: "P", text, bold: false })),
];

/** One line an entry; the item's name where the block's title does not say it. */
const linesOf = ({ title, known }: SheetBlock): string[] =>
  known.flatMap(({ label, values }) =>
    values.map(({ text }) => (label.startsWith(title) || title.startsWith(label) ? text : `${label}：${text}`)),
  );
