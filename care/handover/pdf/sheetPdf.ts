import { lettersOf, type Sheet } from "../sheet.ts";
import { Flow, MARGIN, SMALL, WIDTH } from "./flow.ts";
import { A4, MM, Paper, type TextStyle } from "./paper.ts";

const QR = 32 * MM;
const PHOTO = { width: 24 * MM, height: 30 * MM };

export const QR_ALT = "救急カードのQRコード。権限のあるサインインがなければ何も読めません。";

/** The whole card on A4: the first minute first, then everything else, so many pages as it takes. */
export async function sheetPdf(sheet: Sheet, now: Date): Promise<Buffer> {
  const paper = await Paper.open("救急カード", now);
  const flow = new Flow(paper, header(paper, sheet));
  for (const block of sheet.first) flow.block(block);
  for (const block of sheet.rest) flow.block(block);
  const due = sheet.due ? "（内容が変わっていないか確かめてください）" : "";
  return flow.finish({
    first: `最終確認日　${sheet.confirmed}${due}`,
    second: `${sheet.printed}。個人情報です。使い終わったら裁断してください。`,
  });
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
