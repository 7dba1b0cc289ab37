import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pictureOfPage } from "@tsunagi/care/handover/pdf/testReader";
import { root } from "../../scripts/launch/stack.ts";
import { careRoom } from "../e2e/support/careRoom.ts";
import { expect, test } from "../e2e/support/test.ts";
import { fillCard } from "../env/emergencyCard.ts";
import { shoot } from "./shoot.ts";

const FOLDER = process.env["TSUNAGI_SCREENS_DIR"] ?? path.join(root, "docs/screens");

test("pictures of handing over a card", async ({ accounts, browsers, installation }) => {
  const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
  const team = await careRoom(accounts, installation.publicUrl, [nurse]);
  await fillCard(team.writer, team.personId);
  const page = await browsers.enter(nurse);
  await page.goto(`/people/${team.personId}/card`);
  await page.getByText("ほかのシステムのデータを取り込む").scrollIntoViewIfNeeded();
  await shoot(page, "card-handover", ["phone", "desktop"]);
  const saved = async (button: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: button }).click();
    return readFile(await (await download).path());
  };
  for (const [name, button] of [
    ["card-a4", "A4で印刷する（PDF）"],
    ["card-wallet", "カードサイズで印刷する（PDF）"],
  ] as const)
    await writeFile(path.join(FOLDER, `${name}.paper.light.png`), await pictureOfPage(await saved(button), 1.3));
  const summary = (await saved("FHIR（IPS）ファイルを保存する")).toString();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "ほかのシステムのデータを取り込む（FHIR）" }).click();
  const buffer = Buffer.from(summary.replaceAll("ペニシリン", "セフェム系"));
  const picker = page.getByRole("dialog").locator("input[type=file]");
  await picker.setInputFiles({ name: "ips.json", mimeType: "application/fhir+json", buffer });
  await expect(page.getByText("取り込む内容").first()).toBeVisible();
  await shoot(page, "card-import", ["phone"]);
  const sheet = await page.context().newPage();
  await sheet.goto(`/api/people/${team.personId}/card/page`);
  await expect(sheet.getByRole("heading", { name: "アレルギー・禁忌薬" })).toBeVisible();
  for (const [name, size] of [
    ["phone", { width: 390, height: 844 }],
    ["desktop", { width: 1440, height: 900 }],
  ] as const) {
    await sheet.setViewportSize(size);
    await sheet.screenshot({ path: path.join(FOLDER, `card-page.${name}.light.png`) });
  }
  await sheet.emulateMedia({ media: "print" });
  await sheet.setViewportSize({ width: 794, height: 1123 });
  await sheet.screenshot({ path: path.join(FOLDER, "card-page.print.light.png") });
  team.close();
});
