import fs from "node:fs";
import { withDatabase } from "../env/withDatabase.ts";
import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { goByMenu } from "./support/menu.ts";
import { openFacility } from "./support/openFacility.ts";
import { message, openRoom, say } from "./support/roomActs.ts";
import { expect, test } from "./support/test.ts";

const HOME = "つゆくさ苑（架空）";
/** A picture; the page draws it anew as a JPEG before it leaves. */
const PICTURE = fs.readFileSync(new URL("../../web-client/public/icon-192.png", import.meta.url));

test("a home's counsellor writes its profile, reports what is free on the page and in the room, and confirms by one tap", async ({
  accounts,
  browsers,
  installation: { databaseUrl },
}) => {
  const organisation = await accounts.organisation("careProvider", HOME);
  const facilityId = await openFacility(databaseUrl, organisation);
  const counsellor = await accounts.account(organisation, "facilityCounselor");
  const page = await browsers.enter(counsellor);
  const overflows = () => page.evaluate("document.documentElement.scrollWidth > window.innerWidth");

  await test.step("the profile, with a photo that tells nothing but what it shows", async () => {
    await goByMenu(page, "施設検索");
    await page.getByRole("link", { name: "自分の事業所" }).click();
    await expect(page.getByRole("link", { name: /介護老人福祉施設/ })).toContainText("空き 未報告");
    await expectAccessible(page);
    await page.getByRole("link", { name: /介護老人福祉施設/ }).click();
    await page.getByRole("button", { name: "編集" }).click();
    await expectAccessible(page);
    await page.getByRole("textbox", { name: "特色" }).fill("川の見える静かな家です");
    await page.getByRole("checkbox", { name: "個室", exact: true }).check();
    await page.getByLabel("月額 いくらまで（円）").fill("たくさん");
    await page.getByLabel("経管栄養（胃ろう）", { exact: true }).selectOption({ label: "△ 要相談" });
    await page.getByLabel("経管栄養（胃ろう）の補足").fill("日中のみ");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("金額を数字で入力してください")).toBeVisible();
    await page.getByLabel("月額 いくらまで（円）").fill("１２０，０００円");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("川の見える静かな家です")).toBeVisible();
    await expect(page.getByRole("row", { name: /経管栄養（胃ろう）/ })).toContainText("△ 要相談日中のみ");
    await expect(page.getByRole("row", { name: /透析/ })).toContainText("不明");
    await page.getByRole("button", { name: "写真を追加" }).click();
    const dialog = page.getByRole("dialog", { name: "写真を追加" });
    await dialog.getByLabel("写真のファイル").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: PICTURE });
    await dialog.getByLabel("写真の説明").fill("玄関の花");
    await dialog.getByRole("button", { name: "写真を追加" }).click();
    await expect(page.getByRole("img", { name: "玄関の花" })).toBeVisible();
    expect(await overflows()).toBe(false);
    await expectAccessible(page);
  });

  await test.step("a report on the page", async () => {
    await page.getByRole("navigation", { name: "事業所のページ" }).getByRole("link", { name: "空き状況" }).click();
    await page.getByRole("button", { name: "更新する" }).click();
    await page.getByRole("button", { name: "空きを追加" }).click();
    await page.getByRole("textbox", { name: "人数", exact: true }).fill("２");
    await page.getByRole("textbox", { name: /待機している人数/ }).fill("3");
    await expectAccessible(page);
    await page.getByRole("button", { name: "報告する" }).click();
    await expect(page.getByText("空き 2").first()).toBeVisible();
    await expect(page.getByText("最終更新 たった今")).toBeVisible();
    expect(await overflows()).toBe(false);
  });

  await test.step("a report in the room, and the day's question answered by one tap", async () => {
    await openRoom(page, "つゆくさ苑");
    await say(page, "/空き 1");
    await expect(message(page, "報告しました")).toContainText("個室・男女不問　空き1");
    await anotherDay(databaseUrl, facilityId);
    await message(page, "空き状況の確認").getByRole("button", { name: "変わりなし" }).click();
    await expect(message(page, "｜変わりなし")).toContainText("個室・男女不問　空き1");
  });

  await test.step("the history says who said what", async () => {
    await page.setViewportSize(DESKTOP);
    await page.goto(`/facilities/${facilityId}/history`);
    const history = page.getByRole("list", { name: "変更の記録" });
    await expect(history.getByRole("listitem").first()).toContainText("変わりなし");
    await expect(history.getByRole("listitem")).toHaveCount(5); // three reports, the profile, the photo
    await expect(history.getByText(/特色.*受け入れられる医療・介護/)).toBeVisible();
    await expectAccessible(page);
  });
});

/** The last report was yesterday, and the hub's clock strikes. */
async function anotherDay(databaseUrl: string, facilityId: string): Promise<void> {
  await withDatabase(databaseUrl, async (client) => {
    await client.query(
      "update vacancy_report set reported_at = reported_at - interval '30 hours' where service_id = $1",
      [facilityId],
    );
    await client.query("select graphile_worker.add_job('askVacancies')");
  });
}
