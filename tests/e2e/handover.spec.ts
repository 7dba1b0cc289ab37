import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { fillCard } from "../env/emergencyCard.ts";
import { expectAccessible } from "./support/accessible.ts";
import { careRoom } from "./support/careRoom.ts";
import { expect, test } from "./support/test.ts";

/** Presses a button that saves a file. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("a nurse prints the emergency card, opens it as a page and saves it for a hospital's system", async ({
  accounts,
  browsers,
  installation,
}) => {
  const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
  const team = await careRoom(accounts, installation.publicUrl, [nurse]);
  let summary = "";
  try {
    await fillCard(team.writer, team.personId);
    const page = await browsers.enter(nurse);
    await page.goto(`/people/${team.personId}/card`);
    await expect(page.getByRole("heading", { name: "印刷・受け渡し" })).toBeVisible();
    await expectAccessible(page);

    await test.step("on paper: A4 and card size", async () => {
      for (const [button, name] of [
        ["A4で印刷する（PDF）", /^card-a4-\d{8}\.pdf$/],
        ["カードサイズで印刷する（PDF）", /^card-wallet-\d{8}\.pdf$/],
      ] as const) {
        const file = await saved(page, button);
        expect(file.name).toMatch(name);
        expect(file.bytes.subarray(0, 5).toString()).toBe("%PDF-");
      }
    });

    await test.step("for another system: a FHIR document", async () => {
      const file = await saved(page, "FHIR（IPS）ファイルを保存する");
      const bundle = JSON.parse(file.bytes.toString()) as {
        type: string;
        entry: { resource: { resourceType: string } }[];
      };
      expect(bundle.type).toBe("document");
      expect(bundle.entry[0]?.resource.resourceType).toBe("Composition");
      summary = file.bytes.toString();
    });

    await test.step("another system's summary is compared with the card and taken over item by item", async () => {
      await page.getByRole("button", { name: "ほかのシステムのデータを取り込む（FHIR）" }).click();
      const dialog = page.getByRole("dialog");
      const choose = (text: string) =>
        dialog.locator("input[type=file]").setInputFiles({
          name: "ips.json",
          mimeType: "application/fhir+json",
          buffer: Buffer.from(text),
        });
      await choose("no summary");
      await expect(dialog.getByText("患者サマリー（IPS）として読めませんでした", { exact: false })).toBeVisible();
      await choose(summary);
      await expect(dialog.getByText("カードと違うところはありません")).toBeVisible();
      await choose(summary.replaceAll("ペニシリン", "セフェム系"));
      await expect(dialog.getByText("セフェム系", { exact: false })).toBeVisible();
      await expectAccessible(page);
      await dialog.getByRole("checkbox", { name: "アレルギー" }).check();
      await dialog.getByRole("button", { name: "選んだ1項目を取り込む" }).click();
      await expect(page.getByText("1項目を取り込みました", { exact: false })).toBeVisible();
      await expect(page.getByRole("region", { name: "アレルギー・禁忌薬" })).toContainText("セフェム系");
      await expect(page.getByText(/取り込み：.+/)).toBeVisible();
    });

    await test.step("as a page of its own, accessible, on a phone too", async () => {
      const popup = page.waitForEvent("popup");
      await page.getByRole("link", { name: "ページで開く" }).click();
      const sheet = await popup;
      await expect(sheet.getByRole("heading", { name: "アレルギー・禁忌薬" })).toBeVisible();
      await expect(sheet.getByRole("rowheader", { name: "禁忌薬" })).toBeVisible();
      await expect(sheet.getByRole("link", { name: "電話をかける 055-000-0009" })).toHaveAttribute(
        "href",
        "tel:0550000009",
      );
      const width = await sheet
        .locator("section")
        .first()
        .evaluate((part) => getComputedStyle(part).borderTopWidth);
      expect(width).toBe("2px"); // its own style is let through, and only its own
      await expectAccessible(sheet);
      await sheet.setViewportSize({ width: 390, height: 844 });
      expect(await sheet.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await sheet.close();
    });
  } finally {
    team.close();
  }
});
