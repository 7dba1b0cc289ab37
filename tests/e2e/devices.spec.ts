import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { careRoom, everybodyIn, openRoom } from "./support/careRoom.ts";
import { tracesOf } from "./support/kept.ts";
import { message } from "./support/roomActs.ts";
import { setPin, typePassword } from "./support/signIn.ts";
import { expect, test } from "./support/test.ts";

const confirmSignOut = (page: Page) =>
  page.getByRole("dialog").getByRole("button", { name: "サインアウト", exact: true }).click();

const pictures = (page: Page) => page.getByRole("list", { name: "くらべる絵" }).getByRole("listitem");

/** The page has ended at the sign-in, says why, and keeps nothing of the account. */
async function expectEnded(page: Page, userId: string): Promise<void> {
  await expect(page.getByText("この端末はサインアウトされました")).toBeVisible();
  await expect(page.getByLabel("ログイン名")).toBeVisible();
  expect(await tracesOf(page, [userId])).toEqual([]);
}

test("a new device is approved from the other one and has the past; a lost one is signed out and keeps nothing", async ({
  accounts,
  browsers,
  installation: { publicUrl },
}) => {
  const organisation = await accounts.organisation();
  const helper = await accounts.account(organisation, "helper");
  const administrator = await accounts.account(organisation, "facilityAdmin");
  const room = await careRoom(accounts, publicUrl, [helper]);
  const first = await browsers.enter(helper);
  await everybodyIn(room, [helper]);
  await room.writer.say(room.roomId, "前からの連絡");

  const second = await browsers.fresh(DESKTOP);
  await typePassword(second, helper);
  await expect(second.getByText("この端末の確認番号")).toBeVisible();
  await expect(first.getByText("新しい端末があなたの承認を待っています")).toBeVisible();
  await first.getByRole("link", { name: "確認する" }).click();
  await first.getByRole("button", { name: "この端末を承認する" }).click();
  await first.getByRole("button", { name: "絵でくらべる" }).click();
  await expect(pictures(first)).toHaveCount(7);
  await expect(pictures(second)).toHaveText(await pictures(first).allTextContents());
  await expectAccessible(first);
  await expectAccessible(second);
  await first.getByRole("button", { name: "同じです" }).click();
  await second.getByRole("button", { name: "同じです" }).click();
  await setPin(second);
  await openRoom(second, room.roomId);
  await expect(message(second, "前からの連絡")).toBeVisible();
  await expect(first.getByText("新しい端末があなたの承認を待っています")).toHaveCount(0);

  await first.getByRole("button", { name: "サインアウト", exact: true }).click();
  await confirmSignOut(first);
  await expectEnded(second, helper.userId);
  const known = await room.writer.crypto.getUserDeviceInfo([helper.userId], true);
  expect(known.get(helper.userId)?.size).toBe(1); // nobody encrypts for it any more

  const office = await browsers.enter(administrator, DESKTOP);
  await office.goto("/admin/staff");
  await office.getByText(`試験 ${helper.loginName}`).click();
  await office.getByRole("button", { name: "端末", exact: true }).click();
  await expectAccessible(office);
  await office.getByRole("dialog").getByRole("button", { name: "サインアウト" }).click();
  await confirmSignOut(office);
  await expectEnded(first, helper.userId);
  room.close();
});
