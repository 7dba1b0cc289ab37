import { expect, type Page } from "@playwright/test";
import type { Account } from "../../env/accounts.ts";

const OWN_PASSWORD = "watashi-no-kotoba-24";

/** The PIN of every device in the tests. */
export const PIN = "280419";

/** Signs in; changes an initial password when asked to, and sets the device's PIN. Ends with the first page: conversations, or a crew's. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await typePassword(page, account);
  const change = page.getByRole("heading", { name: "パスワードを変更してください" });
  const list = page.getByRole("heading", { name: /^(会話|救急)$/ });
  const pin = page.getByRole("heading", { name: "この端末のPINを決めてください" });
  await expect(change.or(pin)).toBeVisible();
  if (await change.isVisible()) {
    await page.getByLabel("新しいパスワード", { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel("新しいパスワード（確認）").fill(OWN_PASSWORD);
    await page.getByRole("button", { name: "パスワードを変更する" }).click();
    account.password = OWN_PASSWORD;
  }
  await setPin(page);
  await expect(list).toBeVisible();
}

/** The last step of a first sign-in on a device. */
export async function setPin(page: Page): Promise<void> {
  await page.getByLabel("新しいPIN", { exact: true }).fill(PIN);
  await page.getByLabel("新しいPIN（確認）").fill(PIN);
  await page.getByRole("button", { name: "このPINにする" }).click();
  await expect(page.getByLabel("新しいPIN（確認）")).toHaveCount(0);
}

/** As far as the password carries. */
export async function typePassword(page: Page, { loginName, password }: Account): Promise<void> {
  await page.goto("/");
  await page.getByLabel("ログイン名").fill(loginName);
  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await page.getByRole("button", { name: "サインイン" }).click();
}
