import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the conversation about somebody from the list. */
export async function openRoom(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "会話", exact: true }).click();
  await page.getByRole("link", { name: new RegExp(name) }).click();
  await expect(page.getByRole("textbox", { name: "メッセージ" })).toBeVisible();
}

/** Writes and sends, as the send button does it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "メッセージ" }).fill(text);
  await page.getByRole("button", { name: "送信", exact: true }).click();
}

/** The message that holds a text. */
export const message = (page: Page, text: string): Locator =>
  page.getByRole("list", { name: "会話" }).getByRole("listitem").filter({ hasText: text }).last();
