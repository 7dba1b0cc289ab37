import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { tracesOf } from "./support/kept.ts";
import { goByMenu } from "./support/menu.ts";
import { PIN, signIn } from "./support/signIn.ts";
import { expect, test } from "./support/test.ts";

const locked = (page: Page) => page.getByRole("heading", { name: "ロック中" });
const list = (page: Page) => page.getByRole("heading", { name: "会話", exact: true });

async function typePin(page: Page, pin: string): Promise<void> {
  await page.getByLabel("PIN", { exact: true }).fill(pin);
  await page.getByRole("button", { name: "ロックを解除する" }).click();
}

test.describe("the screen lock", () => {
  test("hides everything, opens by the PIN without a network, and deletes what is kept after five wrong ones", async ({
    accounts,
    browsers,
  }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const page = await browsers.enter(nurse);
    await goByMenu(page, "設定");
    await page.getByText("PINの変更").click();
    await page.getByLabel("いまのPIN").fill(PIN);
    await page.getByLabel("新しいPIN", { exact: true }).fill("123456");
    await page.getByRole("button", { name: "このPINにする" }).click();
    await expect(page.getByText("推測されやすい数字です")).toBeVisible();
    await page.keyboard.press("Escape");

    await page.context().setOffline(true);
    await page.getByText("いますぐロックする").click();
    await expect(locked(page)).toBeVisible();
    await expectAccessible(page);
    await expect(page).toHaveTitle(/^ロック中/);
    expect(await page.content()).not.toContain(nurse.loginName);
    await typePin(page, PIN);
    await expect(page.getByText(`試験 ${nurse.loginName}`)).toBeVisible();

    await page.context().setOffline(false);
    await page.getByText("いますぐロックする").click();
    await expect(locked(page)).toBeVisible();
    await page.reload();
    await expect(locked(page)).toBeVisible();
    for (const left of [4, 3, 2, 1]) {
      await typePin(page, "113355");
      await expect(page.getByText(`あと${left}回まちがえると`)).toBeVisible();
    }
    await typePin(page, "113355");
    await expect(page.getByText("PINを続けてまちがえたため")).toBeVisible();
    await expect(page.getByLabel("ログイン名")).toBeVisible();
    expect(await tracesOf(page, [nurse.userId, nurse.loginName])).toEqual([]);
  });

  test("locks by itself after ten minutes without a touch", async ({ accounts, browsers }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const page = await browsers.fresh();
    await page.clock.install();
    await signIn(page, nurse);
    await page.clock.fastForward("09:30");
    await page.getByRole("heading", { name: "会話", exact: true }).click();
    await page.clock.fastForward("09:30");
    await expect(list(page)).toBeVisible();
    await page.clock.fastForward("01:00");
    await expect(locked(page)).toBeVisible();
    await typePin(page, PIN);
    await expect(list(page)).toBeVisible();
  });
});
