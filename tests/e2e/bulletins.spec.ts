import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { goByMenu } from "./support/menu.ts";
import { message, openRoom } from "./support/roomActs.ts";
import { expect, test } from "./support/test.ts";

const TITLE = "台風に備えた状況確認（試験）";
const COURSE = "感染対策の研修（試験）";
const HOME = "うみべ苑（架空）";
const DAY_CARE = "みさきデイサービス（架空）";

test("a city asks the facilities of one town how they are, sees who has read and answered, and reminds the others", async ({
  accounts,
  browsers,
}) => {
  // Another town than the other tests': the audience is theirs alone.
  const inTown = async (name: string) => {
    const body = { name, kind: "careProvider" as const, municipality: "223018" };
    return accounts.account(
      (await accounts.administrator.call("createOrganisation", { body })).id,
      "facilityCounselor",
    );
  };
  const office = await accounts.organisation("municipality");
  const city = await accounts.account(office, "cityStaff");
  const chief = await accounts.account(office, "facilityAdmin");
  const [home, dayCare] = [await inTown(HOME), await inTown(DAY_CARE)];
  const [homePage, dayCarePage] = [await browsers.enter(home), await browsers.enter(dayCare)];
  const cityPage = await browsers.enter(city, DESKTOP);

  await test.step("written, with the list of those it reaches before it goes", async () => {
    await goByMenu(cityPage, "掲示板");
    await cityPage.getByRole("link", { name: "掲示を書く" }).click();
    await cityPage.getByLabel("題名").fill(TITLE);
    await cityPage.getByLabel("本文").fill("台風が近づいています。今の状況を知らせてください。");
    await cityPage.getByLabel("分類").selectOption({ label: "災害" });
    await cityPage.getByLabel("急ぎ").selectOption({ label: "至急" });
    await cityPage.getByLabel("求める回答").selectOption({ label: "被害状況" });
    await cityPage.locator("summary", { hasText: "市町" }).click();
    await cityPage.getByRole("checkbox", { name: "東伊豆町" }).check();
    await expectAccessible(cityPage);
    await cityPage.getByRole("button", { name: "届く事業所を確かめる" }).click();
    await expect(cityPage.getByRole("heading", { name: "2事業所に届きます" })).toBeVisible();
    await expect(cityPage.getByRole("list", { name: "2事業所に届きます" })).toContainText(HOME);
    await expectAccessible(cityPage);
    await cityPage.getByRole("button", { name: "送る", exact: true }).click();
    await expect(cityPage.getByRole("status").filter({ hasText: "届いた 2／2・既読 0・回答 0" })).toBeVisible();
  });

  await test.step("it comes into each facility's encrypted room, where seeing it is reading it, and stands on the board; one answers from a phone", async () => {
    await openRoom(dayCarePage, DAY_CARE);
    await expect(message(dayCarePage, TITLE)).toBeVisible();
    await openBulletin(homePage);
    await expectAccessible(homePage);
    await homePage.getByRole("radio", { name: "受入可能" }).check();
    await homePage.getByLabel("受入可能な人数").fill("2");
    await homePage.getByRole("button", { name: "回答する" }).click();
    await expect(homePage.getByText(/回答済み：受入可能/)).toBeVisible();
  });

  await test.step("the city's open page shows it by itself, and only the other one is reminded", async () => {
    await expect(cityPage.getByRole("status").filter({ hasText: "届いた 2／2・既読 2・回答 1" })).toBeVisible();
    await expect(cityPage.getByText("受入可能 1（2名）")).toBeVisible();
    await expectAccessible(cityPage);
    await cityPage.getByRole("button", { name: "まだの事業所に知らせる" }).click();
    await expect(cityPage.getByText("1事業所に知らせました")).toBeVisible();
  });

  await test.step("what is put right comes to everybody with the earlier words kept; what is taken back says why", async () => {
    await cityPage.getByRole("button", { name: "訂正する" }).click();
    const correcting = cityPage.getByRole("dialog", { name: "掲示を訂正する" });
    await correcting.getByLabel("本文").fill("台風の進路が変わりました。今の状況を知らせてください。");
    await correcting.getByRole("button", { name: "訂正する" }).click();
    await expect(correcting).toBeHidden();
    await dayCarePage.getByRole("link", { name: "会話の一覧へ戻る" }).click();
    await openBulletin(dayCarePage);
    await expect(dayCarePage.getByText("訂正 第2版")).toBeVisible();
    await expect(dayCarePage.getByText("台風の進路が変わりました")).toBeVisible();
    await dayCarePage.locator("summary", { hasText: "前の版" }).click();
    await expect(dayCarePage.getByText("台風が近づいています")).toBeVisible();

    await cityPage.getByRole("button", { name: "取り消す" }).click();
    const taking = cityPage.getByRole("dialog", { name: "掲示を取り消しますか" });
    await taking.getByLabel("理由").fill("台風がそれました");
    await taking.getByRole("button", { name: "取り消す" }).click();
    await openBulletin(homePage);
    await expect(homePage.getByText("この掲示は取り消されました。理由：台風がそれました")).toBeVisible();
  });

  await test.step("where the office wants it a colleague approves first: sent back with the reason, changed, approved, and it goes", async () => {
    const chiefPage = await browsers.enter(chief);
    await goByMenu(chiefPage, "管理");
    await chiefPage.getByRole("link", { name: /^掲示の設定/ }).click();
    await chiefPage.getByRole("switch", { name: /別の職員の承認が必要/ }).click();
    await expect(chiefPage.getByText("保存しました")).toBeVisible();
    await expectAccessible(chiefPage);

    await goByMenu(cityPage, "掲示板");
    await cityPage.getByRole("link", { name: "掲示を書く" }).click();
    await cityPage.getByLabel("題名").fill(COURSE);
    await cityPage.getByLabel("本文").fill("感染対策の研修を開きます。");
    await cityPage.getByLabel("分類").selectOption({ label: "研修" });
    await cityPage.getByLabel("送る日時").fill("2099-04-01T09:00");
    await cityPage.getByLabel("掲示の最終日").fill("2099-04-30");
    await cityPage.locator("summary", { hasText: "市町" }).click();
    await cityPage.getByRole("checkbox", { name: "東伊豆町" }).check();
    await cityPage.getByRole("button", { name: "届く事業所を確かめる" }).click();
    await cityPage.getByRole("button", { name: "承認を申請する" }).click();
    await expect(cityPage.getByText("承認待ち")).toBeVisible();
    await expectAccessible(cityPage);

    await openPlan(chiefPage);
    await chiefPage.getByRole("button", { name: "差し戻す" }).click();
    const back = chiefPage.getByRole("dialog", { name: "この掲示を差し戻しますか" });
    await back.getByLabel("直してほしいこと").fill("会場を書いてください");
    await back.getByRole("button", { name: "差し戻す" }).click();
    await expect(back).toBeHidden();

    await openPlan(cityPage);
    await expect(cityPage.getByText("理由：会場を書いてください").first()).toBeVisible();
    await cityPage.getByRole("button", { name: "変更する" }).click();
    await cityPage.getByLabel("本文").fill("感染対策の研修を開きます。会場は町役場です。");
    await cityPage.getByLabel("送る日時").fill("");
    await cityPage.getByRole("button", { name: "届く事業所を確かめる" }).click();
    await cityPage.getByRole("button", { name: "承認を申請する" }).click();
    await expect(cityPage.getByText("承認待ち")).toBeVisible();

    await openPlan(chiefPage);
    await expectAccessible(chiefPage);
    await chiefPage.getByRole("button", { name: "承認する" }).click();
    const approving = chiefPage.getByRole("dialog", { name: "この掲示を承認しますか" });
    await expect(approving).toContainText("すぐに2事業所へ送られます");
    await approving.getByRole("button", { name: "承認する" }).click();
    await chiefPage.getByRole("link", { name: "送った掲示を見る" }).click();
    await expect(chiefPage.getByRole("status").filter({ hasText: "届いた 2／2" })).toBeVisible();
    await expect(chiefPage.getByText("2099年4月30日まで")).toBeVisible();
  });
});

/** Among those not sent yet. */
async function openPlan(page: Page): Promise<void> {
  await goByMenu(page, "会話");
  await goByMenu(page, "掲示板");
  await page.getByRole("link", { name: "送信前" }).click();
  await page.getByRole("link", { name: new RegExp(COURSE.replace(/[（）]/g, ".")) }).click();
  await expect(page.getByRole("heading", { name: COURSE })).toBeVisible();
}

/** By the menu, so that the board is asked for anew. */
async function openBulletin(page: Page): Promise<void> {
  await goByMenu(page, "会話");
  await goByMenu(page, "掲示板");
  await page.getByRole("link", { name: new RegExp(TITLE.replace(/[（）]/g, ".")) }).click();
  await expect(page.getByRole("heading", { name: TITLE, level: 1 })).toBeVisible();
}
