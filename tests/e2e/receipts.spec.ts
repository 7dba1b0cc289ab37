import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { careRoom, everybodyIn, openRoom } from "./support/careRoom.ts";
import { messageWith, press } from "./support/conversation.ts";
import { expect, test } from "./support/test.ts";

test("who has read and who has confirmed is known, asked again once, and said to screen readers", async ({
  accounts,
  browsers,
  installation: { publicUrl },
}) => {
  const organisation = await accounts.organisation();
  const [doctor, nurse, helper] = [
    await accounts.account(organisation, "physician"),
    await accounts.account(organisation, "visitingNurse"),
    await accounts.account(organisation, "helper"),
  ];
  const everybody = [doctor, nurse, helper];
  const room = await careRoom(accounts, publicUrl, everybody);
  const asking = await browsers.enter(doctor, DESKTOP);
  const quick = await browsers.enter(nurse);
  const late = await browsers.enter(helper);
  await everybodyIn(room, everybody);
  await openRoom(asking, room.roomId);
  await openRoom(quick, room.roomId);

  // 既読: who and when; the others are named too
  await asking.getByRole("textbox", { name: "メッセージ" }).fill("今日から薬が変わります");
  await asking.getByRole("button", { name: "送信", exact: true }).click();
  const plain = messageWith(asking, "今日から薬が変わります");
  await expect(messageWith(quick, "今日から薬が変わります")).toBeVisible();
  await press(plain.getByRole("button", { name: /^既読 1名/ }));
  const reading = asking.getByRole("dialog", { name: "既読の状況" });
  await expect(reading.getByRole("region", { name: "既読 1名" })).toContainText(nurse.loginName);
  await expect(reading.getByRole("region", { name: "既読 1名" }).locator("time")).toBeVisible();
  await expect(reading.getByRole("region", { name: "未読 2名" })).toContainText(helper.loginName);
  await expectAccessible(asking);
  await asking.getByRole("button", { name: "閉じる" }).click();

  // 確認: waits for me above the conversation, is given by one press, and counted
  await room.writer.say(room.roomId, "転倒に注意してください", { "jp.tsunagi.ack_requested": true });
  const bar = quick.getByRole("button", { name: /あなたの確認待ち 1件/ });
  await expect(bar).toBeVisible();
  await expectAccessible(quick);
  await bar.click();
  const asked = messageWith(quick, "転倒に注意してください");
  await expect(asked).toBeInViewport();
  await press(asked.getByRole("button", { name: "確認しました", exact: true }));
  await expect(bar).toHaveCount(0);
  await expect(asked.getByText("確認済み")).toBeVisible();
  await expect(asking.getByText(/さんが確認しました。3名中1名/)).toBeAttached();

  // whoever asked sees who has not, and may remind them once
  await asking.getByRole("textbox", { name: "メッセージ" }).fill("あす9時に来られる方は確認を");
  await asking.getByRole("button", { name: "写真・ファイル・記録を追加" }).click();
  await asking.getByRole("menuitem", { name: "確認を求める" }).click();
  await asking.getByRole("button", { name: "送信", exact: true }).click();
  const own = messageWith(asking, "あす9時に来られる方は確認を");
  const toConfirm = messageWith(quick, "あす9時に来られる方は確認を");
  await press(toConfirm.getByRole("button", { name: "確認しました", exact: true }));
  await press(own.getByRole("button", { name: /3名中1名が確認しました/ }));
  const state = asking.getByRole("dialog", { name: "確認の状況" });
  await expect(state.getByRole("region", { name: "確認済み 1名" })).toContainText(nurse.loginName);
  await expect(state.getByRole("region", { name: "まだの方 2名" })).toContainText(helper.loginName);
  await expect(state.getByRole("region", { name: "まだの方 2名" })).toContainText("未読");
  await expectAccessible(asking);
  await state.getByRole("button", { name: "まだの方に知らせる" }).click();
  await asking
    .getByRole("dialog", { name: "まだの2名に知らせますか？" })
    .getByRole("button", { name: "知らせる" })
    .click();
  await expect(messageWith(asking, "確認をお願いします。まだの方は")).toContainText(helper.loginName);
  await own.getByRole("button", { name: /3名中1名が確認しました/ }).click();
  await expect(state.getByRole("button", { name: "まだの方に知らせる" })).toBeDisabled();
  await expect(state.getByText(/から、もう一度知らせられます/)).toBeVisible();
  await asking.getByRole("button", { name: "閉じる" }).click();

  // somebody who comes late is led to both, oldest first
  await openRoom(late, room.roomId);
  await late.getByRole("button", { name: /あなたの確認待ち 2件/ }).click();
  await expect(messageWith(late, "転倒に注意してください")).toBeInViewport();
  await expectAccessible(late);
  room.close();
});
