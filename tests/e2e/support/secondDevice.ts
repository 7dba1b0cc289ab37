import { expect, type Page } from "@playwright/test";
import type { Account } from "../../env/accounts.ts";
import type { Browsers } from "./browsers.ts";
import { setPin, typePassword } from "./signIn.ts";

/** Another device of somebody, approved from their first one by comparing the code. Ends with the list of conversations. */
export async function secondDevice(
  browsers: Browsers,
  account: Account,
  first: Page,
  viewport: { width: number; height: number },
): Promise<Page> {
  const page = await browsers.fresh(viewport);
  await typePassword(page, account);
  await expect(page.getByText("この端末の確認番号")).toBeVisible();
  await first.goto("/settings/devices");
  await first.getByRole("button", { name: "この端末を承認する" }).click();
  await first.getByRole("button", { name: "同じ番号です。承認する" }).click();
  await setPin(page);
  await expect(page.getByRole("heading", { name: "会話", exact: true })).toBeVisible();
  return page;
}
