import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { careRoom } from "./support/careRoom.ts";
import { pictureOf, printedBook } from "./support/medicationBook.ts";
import { giveConsent } from "./support/personActs.ts";
import { message, say } from "./support/roomActs.ts";
import { expect, test } from "./support/test.ts";

/** Opens a folded section of the card's form. */
const unfold = (page: Page, section: string) => page.locator("summary", { hasText: section }).click();
const answer = (page: Page, item: string, state: string) =>
  page.getByRole("radiogroup", { name: item, exact: true }).getByRole("radio", { name: state, exact: true }).check();

test("a nurse fills in the emergency card, scans the medication book and reads it in a minute", async ({
  accounts,
  browsers,
  installation,
}) => {
  test.setTimeout(120_000);
  const nursing = await accounts.organisation("homeNursing", "みほん訪問看護（架空）");
  const account = await accounts.account(nursing, "visitingNurse");
  const team = await careRoom(accounts, installation.publicUrl, [account]);
  try {
    const page = await browsers.enter(account);

    await test.step("without consent it is refused, and it says what to do", async () => {
      await page.goto(`/people/${team.personId}/card`);
      await expect(page.getByText("「救急時の閲覧」の同意がないため、救急カードは使えません")).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("link", { name: "同意の画面を開く" }).click();
      await page.getByRole("button", { name: "同意を記録する" }).first().click();
      await giveConsent(page, ["救急時の閲覧"]);
      await expect(page.getByText("同意を記録しました")).toBeVisible();
    });

    await test.step("it is copied from paper", async () => {
      await page.getByRole("link", { name: "救急カード", exact: true }).click();
      await page.getByRole("button", { name: "記入する" }).click();
      await unfold(page, "アレルギー・禁忌薬");
      await answer(page, "アレルギー", "あり");
      await page.getByLabel("原因となるもの").fill("ペニシリン");
      await answer(page, "禁忌薬", "なし（確認済）");
      await unfold(page, "特に注意する治療・器具");
      await answer(page, "抗凝固薬・抗血小板薬", "あり");
      await page.getByRole("textbox", { name: "内容" }).fill("ワルファリン");
      await answer(page, "ペースメーカー・ICD", "なし（確認済）");
      await unfold(page, "緊急連絡先");
      await answer(page, "緊急連絡先（2人以上）", "あり");
      await page.getByLabel("名前").fill("架空 花子");
      await page.getByRole("switch", { name: "キーパーソン" }).check();
      await page.getByRole("button", { name: "保存する" }).click();
      await expect(page.getByText("入力してください").first()).toBeVisible();
      await page.getByLabel("電話", { exact: true }).fill("055-000-0009");
    });

    await test.step("the medication book is read from pictures, whichever part comes first", async () => {
      await unfold(page, "服用薬");
      await page.getByRole("button", { name: "お薬手帳のQRを読み取る" }).click();
      const dialog = page.getByRole("dialog", { name: "お薬手帳のQRを読み取る" });
      const pictures = dialog.locator("input[type=file]");
      await pictures.setInputFiles(await pictureOf("JAHIS10\r\n1,1,みほん医院", "prescription.png"));
      await expect(dialog.getByText("これは処方箋のQRコードです", { exact: false })).toBeVisible();
      const [first, second] = await printedBook();
      if (!first || !second) throw new Error("the book has two codes");
      await pictures.setInputFiles(second);
      await expect(dialog.getByText("2個のうち2個目を読みました", { exact: false })).toBeVisible();
      await pictures.setInputFiles(first);
      await expect(dialog.getByText("読み取った薬 3件")).toBeVisible();
      await expectAccessible(page);
      await dialog.getByRole("button", { name: "選んだ3件をカードに入れる" }).click();
      await page.getByRole("button", { name: "保存する" }).click();
      await expect(page.getByText("救急カードを保存しました")).toBeVisible();
    });

    await test.step("the first view shows what can kill first, and calls by one tap", async () => {
      const allergies = page.getByRole("region", { name: "アレルギー・禁忌薬" });
      await expect(allergies).toContainText("ペニシリン");
      await expect(allergies).toContainText("なし（確認済）：禁忌薬");
      const devices = page.getByRole("region", { name: "特に注意する治療・器具" });
      await expect(devices).toContainText("ワルファリン");
      await expect(devices).toContainText("なし（確認済）：ペースメーカー・ICD");
      await expect(devices).toContainText("不明：インスリン");
      const call = page.getByRole("link", { name: /架空 花子に電話をかける/ });
      await expect(call).toHaveAttribute("href", "tel:0550000009");
      await expect(page.getByText("まだ確認されていない欄があります")).toBeVisible();
      await unfold(page, "服用薬");
      await expect(page.getByText("アムロジピン錠5mg「みほん」", { exact: false })).toBeVisible();
      await page.getByRole("button", { name: "アレルギー・禁忌薬 確認する" }).click();
      await expect(page.getByText("アレルギー・禁忌薬を確認済みにしました")).toBeVisible();
      await expectAccessible(page);
    });

    await test.step("the team's room shows and confirms it by command", async () => {
      await page.goto(`/rooms/${encodeURIComponent(team.roomId)}`);
      await say(page, "/救急カード");
      await expect(message(page, "ペニシリン")).toContainText("なし（確認済）");
      await say(page, "/救急カード 確認");
      await expect(message(page, "救急カードを確認しました")).toBeVisible();
    });
  } finally {
    team.close();
  }
});
