import type { Page } from "@playwright/test";

/** Goes to a page by the main menu: in the bar, or behind 「その他」 where the bar of a phone is full. */
export async function goByMenu(page: Page, name: string): Promise<void> {
  const menu = page.getByRole("navigation", { name: "メインメニュー" });
  await menu.waitFor();
  const link = menu.getByRole("link", { name: new RegExp(`${name}$`) }); // a count of news may stand before it
  if (await link.isVisible()) return link.click();
  await menu.getByRole("button", { name: "その他" }).click();
  await page.getByRole("dialog", { name: "その他" }).getByRole("button", { name, exact: true }).click();
}
