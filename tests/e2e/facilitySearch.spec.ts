import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { facilitySays } from "./support/facilities.ts";
import { goByMenu } from "./support/menu.ts";
import { expect, test } from "./support/test.ts";

const NAME = "ひだまり特別養護老人ホーム";
const OTHER = "せせらぎ特別養護老人ホーム";

test("a social worker finds a home by need and vacancy on the phone, sees why it fits, loosens a filter, and looks at the map", async ({
  accounts,
  browsers,
  installation: { publicUrl },
}) => {
  const one = { sex: "any", count: 2, availableFrom: null } as const;
  const vacancy = { lines: [{ ...one, roomType: "private" as const }], waiting: 3, note: "" };
  const needs = (gastrostomy: "accept" | "consult") => [
    { need: "gastrostomy" as const, answer: gastrostomy, note: "" },
    { need: "insulin" as const, answer: "accept" as const, note: "" },
  ];
  const home = await facilitySays(
    accounts,
    publicUrl,
    NAME,
    { needs: needs("accept"), careLevels: ["care4"] },
    vacancy,
  );
  const other = await facilitySays(accounts, publicUrl, OTHER, { needs: needs("consult") }, vacancy);
  const msw = await accounts.account(await accounts.organisation("hospital"), "msw");
  const page = await browsers.enter(msw);

  await goByMenu(page, "施設検索");
  await expect(page.getByRole("heading", { name: "施設をさがす", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "条件", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "条件" });
  await sheet.getByText("サービスの種類").click();
  await sheet.getByRole("checkbox", { name: /^介護老人福祉施設/ }).check();
  await sheet.locator("summary", { hasText: "医療・ケアの必要" }).click();
  await sheet.getByRole("checkbox", { name: "経管栄養（胃ろう）" }).check();
  await sheet.getByRole("checkbox", { name: "インスリン" }).check();
  await sheet.getByRole("radio", { name: "いま空きあり" }).check();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: /2件を見る/ }).click();

  const list = page.getByRole("list", { name: "一覧" });
  const [first, second] = [
    list.getByRole("listitem").filter({ hasText: NAME }),
    list.getByRole("listitem").filter({ hasText: OTHER }),
  ];
  await expect(list.locator("h3")).toHaveText([NAME, OTHER]); // accepting before to be discussed
  await expect(first).toContainText("合う理由：経管栄養（胃ろう） ○、インスリン ○、いま空きあり");
  await expect(second).toContainText("確かめること：経管栄養（胃ろう） △ 要相談");
  await expect(first).toContainText("空き 2");
  await expectAccessible(page);
  const overflows = await page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
  expect(overflows).toBe(false);
  expect(new URL(page.url()).search).toBe(""); // no server learns of the filters

  await page.getByLabel("ことば", { exact: true }).fill("せせらき 特養");
  await expect(list.locator("h3")).toHaveText([OTHER]); // a typing mistake
  await page.getByLabel("ことば", { exact: true }).fill("ヴゑゐ");
  await expect(page.getByText("条件に合う施設がありません")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "「ことば」の条件を外す → 2件" }).click();
  await expect(list.locator("h3")).toHaveText([NAME, OTHER]);

  await page.reload();
  await expect(list.locator("h3")).toHaveText([NAME, OTHER]); // the address brings the filters back
  await list.getByRole("checkbox", { name: `${OTHER}を打診先に選ぶ` }).check();
  const ask = page.getByRole("link", { name: "1か所に打診する" });
  await expect(ask).toHaveAttribute("href", `/negotiations/new?facilities=${other.id}`);

  // A place goes and another comes: whoever keeps the search is told.
  await page.getByRole("button", { name: "この条件を保存する" }).click();
  await expect(page.getByText("保存しました")).toBeVisible();
  await home.report({ ...vacancy, lines: [] });
  await home.report(vacancy);
  await expect(async () => {
    await goByMenu(page, "設定");
    await goByMenu(page, "施設検索");
    await expect(page.getByRole("link", { name: `${NAME}に空きが出ました` })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expectAccessible(page);
  await page.getByRole("button", { name: "この条件で探す" }).click();
  await expect(list.locator("h3")).toHaveText([NAME, OTHER]);
  await expect(page.getByRole("link", { name: `${NAME}に空きが出ました` })).toHaveCount(0); // seen
  home.stop();
  other.stop();

  await page.setViewportSize(DESKTOP);
  await page.getByRole("button", { name: "地図" }).click();
  const map = page.getByRole("region", { name: "施設の地図" });
  await expect(map.locator("canvas")).toBeVisible();
  await expect(map.getByRole("button", { name: NAME })).toBeVisible();
  await expectAccessible(page);
});
