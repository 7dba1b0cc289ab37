import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { careRoom } from "./support/careRoom.ts";
import { tooWide } from "./support/looks.ts";
import { goByMenu } from "./support/menu.ts";
import { expect, test } from "./support/test.ts";

const HOSPITAL = "みなと記念病院（架空）";
const SUBJECT = "退院前の面談について";

test("a letter to a hospital's desk: a name that must not go there is noticed, the corrected one arrives, is read and answered", async ({
  accounts,
  browsers,
  installation,
}) => {
  const hospital = await accounts.organisation("hospital", HOSPITAL);
  const msw = await accounts.account(hospital, "msw");
  const helper = await accounts.account(await accounts.organisation(), "careManager");
  const room = await careRoom(accounts, installation.publicUrl, [helper]);
  const page = await browsers.enter(helper);
  const hospitalPage = await browsers.enter(msw, DESKTOP);
  room.close();

  await test.step("written on a phone, for a desk found by the hospital's name", async () => {
    await goByMenu(page, "メール");
    await page.getByRole("link", { name: "メールを書く" }).click();
    await page.getByLabel("宛先を探す").fill(`${HOSPITAL} 退院`);
    await page
      .getByRole("list", { name: "選べる宛先" })
      .getByRole("button", { name: /退院支援室/ })
      .click();
    await page.getByLabel("件名").fill(SUBJECT);
    await page.getByLabel("本文").fill("ハナコさんの面談の日を決めたいです。");
    await expectAccessible(page);
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole("link", { name: "戻る" }).click();
    await page.getByRole("link", { name: "メールを書く" }).click();
    await expect(page.getByText("書きかけのメールです。続きを書けます。")).toBeVisible();
    await page.getByRole("button", { name: "宛先を確かめる" }).click();
  });

  await test.step("the sheet names everybody it goes to, and the person whose team they are not in", async () => {
    const sheet = page.getByRole("dialog", { name: "この宛先に送りますか" });
    await expect(sheet.getByRole("list", { name: "送る相手" })).toContainText(`${HOSPITAL} 退院支援室`);
    await expect(sheet.getByText(/名前が書かれています/)).toBeVisible();
    await expectAccessible(page);
    await sheet.getByRole("button", { name: "送る", exact: true }).click();
    await expect(sheet.getByText("確かめてから、しるしを付けてください。")).toBeVisible();
    await sheet.getByRole("button", { name: "書き直す" }).click();
    await page.getByLabel("本文").fill("面談の日を決めたいです。");
    await page.getByRole("button", { name: "宛先を確かめる" }).click();
    await expect(sheet.getByText(/名前が書かれています/)).toHaveCount(0);
    await sheet.getByRole("checkbox", { name: "宛先と内容を確かめました" }).check();
    await sheet.getByRole("button", { name: "送る", exact: true }).click();
    await expect(page.getByRole("list", { name: "送信済み" })).toContainText(SUBJECT);
    await expect(page.getByText("既読 0／1")).toBeVisible();
  });

  await test.step("it arrives, is read and answered", async () => {
    await goByMenu(hospitalPage, "メール");
    await hospitalPage.getByRole("list", { name: "受信" }).getByRole("link").first().click();
    await expect(hospitalPage.getByText("面談の日を決めたいです。")).toBeVisible();
    await expectAccessible(hospitalPage);
    await page.getByRole("link", { name: new RegExp(SUBJECT.slice(0, 7)) }).click();
    await expect(page.getByRole("list", { name: "届いた人" })).toContainText(/既読 /);
    await hospitalPage.getByRole("link", { name: "返信" }).click();
    await expect(hospitalPage.getByLabel("件名")).toHaveValue(`Re: ${SUBJECT}`);
    await hospitalPage.getByLabel("本文").fill("来週の火曜はいかがですか。");
    await hospitalPage.getByRole("button", { name: "宛先を確かめる" }).click();
    const sheet = hospitalPage.getByRole("dialog", { name: "この宛先に送りますか" });
    await sheet.getByRole("checkbox", { name: "宛先と内容を確かめました" }).check();
    await sheet.getByRole("button", { name: "送る", exact: true }).click();
    await expect(hospitalPage.getByRole("list", { name: "送信済み" })).toContainText(`Re: ${SUBJECT}`);
    await goByMenu(page, "メール");
    await page.getByRole("list", { name: "受信" }).getByRole("link").first().click();
    await expect(page.getByText("来週の火曜はいかがですか。")).toBeVisible();
  });
});
