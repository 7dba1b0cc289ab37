import { expectAccessible } from "./support/accessible.ts";
import { careRoom, everybodyIn, openRoom } from "./support/careRoom.ts";
import { everythingKept, tracesOf } from "./support/kept.ts";
import { goByMenu } from "./support/menu.ts";
import { message, say } from "./support/roomActs.ts";
import { signIn } from "./support/signIn.ts";
import { expect, test } from "./support/test.ts";

test("signing out leaves nothing of the account on the device, not even what waits to be sent", async ({
  accounts,
  browsers,
  installation: { publicUrl },
}) => {
  const helper = await accounts.account(await accounts.organisation(), "helper");
  const room = await careRoom(accounts, publicUrl, [helper]);
  const page = await browsers.fresh(undefined, { installed: true });
  await signIn(page, helper);
  await everybodyIn(room, [helper]);
  await openRoom(page, room.roomId);
  await room.writer.say(room.roomId, "血圧が高めです");
  await expect(message(page, "血圧が高めです")).toBeVisible();
  await say(page, "承知しました");
  await expect(message(page, "承知しました")).toBeVisible();
  // what is kept cannot be read while one is signed in either
  expect(await tracesOf(page, ["血圧", "承知", "accessToken"])).toEqual([]);

  await page.getByRole("link", { name: "会話の一覧へ戻る" }).click();
  await goByMenu(page, "設定");
  await page.getByRole("button", { name: "サインアウト", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "サインアウト" }).click();
  await expect(page.getByLabel("ログイン名")).toBeVisible();
  const traces = [helper.userId, helper.loginName, room.roomId, "試験", "血圧", "承知"];
  expect(await tracesOf(page, traces)).toEqual([]);
  const { databases, local, session, cookies } = JSON.parse(await everythingKept(page)) as Record<string, object>;
  expect({ session, cookies }).toEqual({ session: [], cookies: [] });
  expect(Object.values(databases ?? {}).flat(2)).toEqual([]); // the page that is open again has an empty vault
  // How it looks may stay; the preferences are what these tests give every page they open (support/browsers.ts).
  const look = ["tsunagi.language", "tsunagi.ruby", "tsunagi.appearance", "tsunagi.preferences"];
  expect((local as [string, string][]).filter(([key]) => !look.includes(key))).toEqual([]);
  await expectAccessible(page);
  room.close();
});
