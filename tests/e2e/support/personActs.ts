import { expect, type Page } from "@playwright/test";
import { goByMenu } from "./menu.ts";

/** An invented person, as the registration form asks for them. */
export interface Citizen {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly birthDate: string;
}

/** From the list of people: registers somebody with the consents they gave orally, ends on their team page. */
export async function register(page: Page, citizen: Citizen, scopes: readonly string[]): Promise<void> {
  await goByMenu(page, "利用者");
  await page.getByRole("link", { name: "新しく登録" }).click();
  await page.getByLabel("姓", { exact: true }).fill(citizen.familyName);
  await page.getByLabel("名", { exact: true }).fill(citizen.givenName);
  await page.getByLabel("姓（ふりがな）").fill(citizen.familyKana);
  await page.getByLabel("名（ふりがな）").fill(citizen.givenKana);
  await page.getByLabel("生年月日").fill(citizen.birthDate);
  await page.getByRole("radio", { name: "女性" }).check();
  await page.getByLabel("住所の市町").selectOption({ label: "伊豆の国市" });
  await page.getByRole("button", { name: "登録して同意へ進む" }).click();
  await expect(page.getByRole("heading", { name: "同意の記録" })).toBeVisible();
  await giveConsent(page, scopes);
  await expect(page.getByText("同意を記録しました")).toBeVisible();
}

/** Fills the consent form that is open: by the person, orally, today. */
export async function giveConsent(page: Page, scopes: readonly string[]): Promise<void> {
  for (const scope of scopes) await page.getByRole("checkbox", { name: scope }).check();
  await page.getByRole("radio", { name: "ご本人" }).check();
  await page.getByRole("radio", { name: "口頭" }).check();
  await page.getByRole("button", { name: "同意を記録する" }).last().click();
}

/** On a person's team page. */
export async function openTeam(page: Page, kind: "ケアチーム" | "見守りチーム"): Promise<void> {
  await page.getByRole("button", { name: "チームを開く" }).click();
  const dialog = page.getByRole("dialog", { name: "チームを開く" });
  await dialog.getByRole("radio", { name: kind }).check();
  await dialog.getByRole("button", { name: "チームを開く" }).click();
  await expect(page.getByRole("link", { name: "会話を開く" })).toBeVisible();
}

/** On a person's team page: finds a colleague by name and adds them. */
export async function addMember(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "参加者を追加" }).click();
  const dialog = page.getByRole("dialog", { name: "参加者を追加" });
  await dialog.getByLabel("氏名・ふりがな・事業所でさがす").fill(name.split(" ")[0] ?? name);
  await dialog.getByRole("button", { name: `${name} 追加` }).click();
  await expect(page.getByText(`${name}さんを追加しました`)).toBeVisible();
  await dialog.getByRole("button", { name: "閉じる" }).click();
  await expect(dialog).toBeHidden();
}
