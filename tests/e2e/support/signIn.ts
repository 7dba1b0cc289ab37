import { expect, type Page } from "@playwright/test";
import type { Account } from "../../env/accounts.ts";

const OWN_PASSWORD = "watashi-no-kotoba-24";

/** Signs in; changes an initial password when asked to. Ends with the list of conversations. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await typePassword(page, account);
  const change = page.getByRole("heading", { name: "パスワードを変更してください" });
  const list = page.getByRole("heading", { name: "会話", exact: true });
  await expect(change.or(list)).toBeVisible();
  if (await change.isVisible()) {
    await page.getByLabel("新しいパスワード", { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel("新しいパスワード（確認）").fill(OWN_PASSWORD);
    await page.getByRole("button", { name: "パスワードを変更する" }).click();
    account.password = OWN_PASSWORD;
  }
  await expect(list).toBeVisible();
}

/** As far as the password carries. */
export async function typePassword(page: Page, { loginName, password }: Account): Promise<void> {
  await page.goto("/");
  await page.getByLabel("ログイン名").fill(loginName);
  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await page.getByRole("button", { name: "サインイン" }).click();
}
