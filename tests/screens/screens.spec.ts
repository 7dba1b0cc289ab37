import type { Page } from "@playwright/test";
import { PHONE } from "../e2e/support/browsers.ts";
import { typePassword } from "../e2e/support/signIn.ts";
import { expect, test } from "../e2e/support/test.ts";
import { buildRegion, openTeam, talk, writeRecords } from "./region.ts";
import { ALL, type Size, shoot } from "./shoot.ts";

const SMALL: readonly Size[] = ["phone"];

/** Opens a page and waits until what it loads is there. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.getByRole("status", { name: "読み込んでいます…" })).toHaveCount(0);
  await expect(page.getByText("読み込んでいます…")).toHaveCount(0);
}

test("pictures of every page", async ({ accounts, browsers, installation }) => {
  const region = await buildRegion(accounts, installation.publicUrl);
  const { nurse, newcomer, operator } = region;

  // Before work: signing in, a wrong password, the first password change
  const fresh = await browsers.fresh();
  await open(fresh, "/");
  await shoot(fresh, "sign-in");
  await typePassword(fresh, { ...newcomer, password: "not-the-password-1" });
  await expect(fresh.getByText("ログイン名かパスワードが違います")).toBeVisible();
  await shoot(fresh, "sign-in-error", SMALL);
  await typePassword(fresh, newcomer);
  await expect(fresh.getByRole("heading", { name: "パスワードを変更してください" })).toBeVisible();
  await shoot(fresh, "first-password", SMALL);
  await fresh.context().close();

  // Nothing there yet but the own organisation's conversation
  const empty = await browsers.enter(newcomer);
  await expect(empty.getByRole("link", { name: /まつぼっくり/ })).toBeVisible();
  await shoot(empty, "rooms-first-day");
  await open(empty, "/people");
  await shoot(empty, "people-empty", SMALL);

  // A day's work
  const page = await browsers.enter(nurse);
  const team = await openTeam(region, ["試験野", "すみれ", "シケンノ", "スミレ"], "1938-04-12");
  const second = await openTeam(region, ["見本", "きよ", "ミホン", "キヨ"], "1941-09-02");
  await writeRecords(region, team);
  await talk(region, team.roomId);
  await region.manager.say(second.roomId, "薬が変わりました。お薬手帳の写真を送ります。");
  await open(page, "/");
  await expect(page.getByRole("link", { name: /見本/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /試験野/ })).toBeVisible();
  await shoot(page, "rooms");
  await open(page, `/rooms/${encodeURIComponent(team.roomId)}`);
  await expect(page.getByText("明日の訪問は14時").first()).toBeVisible();
  await shoot(page, "room");
  await page.setViewportSize(PHONE);
  await page.getByRole("button", { name: "写真・ファイル・記録を追加" }).click();
  await shoot(page, "room-add", SMALL);

  const person = `/people/${team.personId}`;
  for (const [name, address] of [
    ["people", "/people"],
    ["person", person],
    ["person-records", `${person}/records`],
    ["person-consent", `${person}/consent`],
    ["person-team", `${person}/team`],
    ["person-access", `${person}/access`],
    ["member-list", `${person}/members/${team.teamId}`],
    ["settings", "/settings"],
    ["settings-devices", "/settings/devices"],
    ["admin", "/admin"],
    ["admin-staff", "/admin/staff"],
    ["admin-devices-empty", "/admin/devices"],
  ] as const) {
    await open(page, address);
    await shoot(page, name, name === "member-list" ? SMALL : ALL);
  }

  // Other ways to read: extra large letters, readings over kanji, easy Japanese, high contrast
  await open(page, "/settings");
  await page.getByRole("radio", { name: "とても大きい" }).check();
  await shoot(page, "settings-extra-large", SMALL);
  await page.getByRole("radio", { name: "標準", exact: true }).check();
  await page.getByRole("radio", { name: "やさしい日本語" }).click();
  await page.getByRole("switch", { name: /ふりがな/ }).click();
  await expect(page.locator("rt").first()).toBeVisible();
  await shoot(page, "settings-ruby", SMALL);

  const network = await browsers.enter(operator);
  await open(network, "/admin/organisations");
  await shoot(network, "admin-organisations");
  await open(network, "/admin/audit");
  await shoot(network, "admin-audit");
  await open(network, "/nowhere");
  await shoot(network, "not-found", SMALL);
  await network.context().setOffline(true);
  await network.getByRole("link", { name: "会話", exact: true }).click();
  await expect(network.getByText("つながっていません。").first()).toBeVisible();
  await shoot(network, "offline", SMALL);
  region.manager.stop();
});
