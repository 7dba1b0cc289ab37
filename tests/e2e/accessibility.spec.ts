import type { Page } from "@playwright/test";
import { expectAccessible, expectContrast } from "./support/accessible.ts";
import { careRoom } from "./support/careRoom.ts";
import { type Look, tooWide, turnTo } from "./support/looks.ts";
import { expect, test } from "./support/test.ts";

const ZOOMED = { width: 195, height: 422 };
const PHONE = { width: 390, height: 844 };

/** The pages with colours of their own are looked at in these too; the kit's are in kit.spec.ts. */
const OTHER_LOOKS: readonly Look[] = ["dark", "contrast"];

/** What a page must hold: axe in light, contrast in other looks, no scrolling sideways at 200 % and at large type. */
async function expectGood(page: Page, path: string, looks: readonly Look[] = []): Promise<void> {
  await page.goto(path);
  const title = page.getByRole("heading", { level: 1 }).or(page.getByRole("textbox", { name: "メッセージ" }));
  await expect(title.first()).toBeVisible();
  await expect(page.getByRole("status", { name: "読み込んでいます…" })).toHaveCount(0);
  // The page that was meant, not one that says that there is none.
  if (path !== "/nowhere") await expect(page.getByText("見つかりません")).toHaveCount(0);
  await turnTo(page, "light");
  await expectAccessible(page);
  for (const look of looks) {
    await turnTo(page, look);
    await expectContrast(page);
  }
  await page.setViewportSize(ZOOMED);
  expect(await tooWide(page), `${path} at 200 %`).toEqual([]);
  await page.setViewportSize(PHONE);
  await page.locator("html").evaluate((html) => Object.assign(html.dataset, { size: "extra" }));
  expect(await tooWide(page), `${path} with extra large text`).toEqual([]);
}

test.describe("accessibility", () => {
  test("every page of a professional who also administers an organisation", async ({
    accounts,
    browsers,
    installation,
  }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    await accounts.alsoAs(nurse, "facilityAdmin");
    const page = await browsers.enter(nurse);
    const team = await careRoom(accounts, installation.publicUrl, [nurse]);
    const { personId, roomId, teamId } = team;
    const person = `/people/${personId}`;
    const room = `/rooms/${encodeURIComponent(roomId)}`;
    await page.getByRole("link", { name: /試験 花子/ }).waitFor();
    for (const path of ["/", room, `${person}/records`, `${person}/consent`]) await expectGood(page, path, OTHER_LOOKS);
    for (const path of ["/people", person, `${person}/team`]) await expectGood(page, path);
    for (const path of [
      `${person}/access`,
      `${person}/members/${teamId}`,
      "/settings",
      "/settings/devices",
      "/nowhere",
    ])
      await expectGood(page, path);
    for (const path of ["/admin", "/admin/devices", "/admin/staff", "/admin/audit"]) await expectGood(page, path);
    team.close();
  });

  test("every page of the network's administrator, and registering a person", async ({ accounts, browsers }) => {
    const operator = await accounts.account(await accounts.organisation("networkOperator"), "networkAdmin");
    const page = await browsers.enter(operator);
    for (const path of ["/admin", "/admin/staff", "/admin/organisations", "/admin/audit"]) await expectGood(page, path);
    const manager = await accounts.account(await accounts.organisation(), "careManager");
    const managers = await browsers.enter(manager);
    for (const path of ["/", "/people/new"]) await expectGood(managers, path);
    // Two pages that are the same in every run, compared with their reviewed pictures: places and colours, not letters.
    await page.goto("/admin");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect(page).toHaveScreenshot("admin.png", { maxDiffPixelRatio: 0.08, threshold: 0.35 });
    const guest = await browsers.fresh();
    await guest.goto("/");
    await guest.getByLabel("ログイン名").waitFor();
    await expect(guest).toHaveScreenshot("sign-in.png", { maxDiffPixelRatio: 0.08, threshold: 0.35 });
  });

  test("a message is written and a record begun with the keyboard alone, and the focus always comes back", async ({
    accounts,
    browsers,
    installation,
  }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const page = await browsers.enter(nurse, { width: 1440, height: 900 });
    const team = await careRoom(accounts, installation.publicUrl, [nurse]);
    const focused = (): Promise<string> =>
      page.locator(":focus").evaluate((element) => element.getAttribute("aria-label") ?? element.textContent ?? "");
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press("Tab");
        if ((await page.locator(":focus").count()) > 0 && name.test(await focused())) return;
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };
    await page.getByRole("link", { name: /試験 花子/ }).waitFor();
    await page.goto("/");
    await page.getByRole("link", { name: /試験 花子/ }).waitFor();
    await tabTo(/本文へ進む/);
    await page.keyboard.press("Enter");
    await tabTo(/試験 花子/);
    await page.keyboard.press("Enter");
    const field = page.getByRole("textbox", { name: "メッセージ" });
    await expect(field).toBeVisible();
    await field.focus();
    await page.keyboard.type("19時に訪問しました");
    await page.keyboard.press("Enter");
    await expect(page.getByText("19時に訪問しました").first()).toBeVisible();
    await expect(field).toBeFocused();
    const add = page.getByRole("button", { name: "写真・ファイル・記録を追加" });
    await add.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(add).toBeFocused();
    const members = page.getByRole("button", { name: /参加者/ }).first();
    await members.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(members).toBeFocused();
    team.close();
  });
});
