import type { Page } from "@playwright/test";
import { ACK_REQUEST_KEY, URGENCY_KEY } from "@tsunagi/contracts/events";
import { expectAccessible } from "./support/accessible.ts";
import { careRoom } from "./support/careRoom.ts";
import { messageWith } from "./support/conversation.ts";
import { conversationAbout, listedNames, roomRow } from "./support/rooms.ts";
import { expect, test } from "./support/test.ts";

/** The number before the tab's title. */
const waiting = async (page: Page): Promise<number> => Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0);

test.describe("the overview", () => {
  test("sorts people by what needs one, keeps to a filter, mutes, and marks all as read", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const helper = await accounts.account(await accounts.organisation(), "publicHealthNurse");
    const { writer, close } = await careRoom(accounts, publicUrl, []);
    const page = await browsers.enter(helper);
    const about = (name: string, options = {}) => conversationAbout(writer, [helper], name, options);
    const ack = await about("一郎");
    const mention = await about("二葉");
    const urgent = await about("三枝");
    const plain = await about("四郎", { person: { municipality: "222224" } });
    await about("五月", { kind: "watch" });

    await writer.say(ack, "薬が変わりました。確認してください。", { [ACK_REQUEST_KEY]: true });
    await writer.say(mention, "明日の訪問をお願いします", { "m.mentions": { user_ids: [helper.userId] } });
    await writer.say(urgent, "【至急】熱が出ました", { [URGENCY_KEY]: "urgent" });
    await writer.say(plain, "夕食を全部食べました");
    await writer.say(plain, "よく眠っています");

    const sorted = ["見本 一郎", "見本 二葉", "見本 三枝", "見本 四郎", "見本 五月"];
    await expect.poll(() => listedNames(page)).toEqual(sorted);
    await expect(roomRow(page, "一郎")).toContainText("要確認 1");
    await expect(roomRow(page, "二葉")).toContainText("あなた宛て");
    await expect(roomRow(page, "三枝")).toContainText("至急");
    const unread = () => roomRow(page, "四郎").getByRole("img", { name: /未読 \d件/ });
    await expect(unread()).toBeVisible();
    await expect.poll(() => waiting(page)).toBeGreaterThanOrEqual(5);
    await expectAccessible(page);

    await page.getByRole("button", { name: "見守り", exact: true }).click();
    await expect.poll(() => listedNames(page)).toEqual(["見本 五月"]);
    await page.getByRole("button", { name: "見守り", exact: true }).click();
    await page.getByRole("combobox", { name: "市町" }).selectOption("222224");
    await expect.poll(() => listedNames(page)).toEqual(["見本 四郎"]);
    await page.getByRole("combobox", { name: "市町" }).selectOption("");

    const before = await waiting(page);
    const quiet = Number(await unread().textContent());
    await roomRow(page, "四郎").click({ button: "right" }); // a long press on a phone
    await page.getByRole("button", { name: "通知を止める" }).click();
    await expect.poll(() => waiting(page)).toBe(before - quiet);
    await expect(roomRow(page, "四郎")).toContainText("通知停止中");
    await expect.poll(async () => (await listedNames(page)).indexOf("見本 四郎")).toBeGreaterThan(2);

    await page.getByRole("button", { name: "すべて既読にする" }).click();
    await page.getByRole("button", { name: "既読にする", exact: true }).click();
    await expect(roomRow(page, "二葉")).not.toContainText("あなた宛て");
    await page.getByRole("button", { name: "元に戻す" }).click();
    await expect(roomRow(page, "二葉")).toContainText("あなた宛て");
    await page.getByRole("button", { name: "すべて既読にする" }).click();
    await page.getByRole("button", { name: "既読にする", exact: true }).click();
    const receipts = () => writer.client.getRoom(mention)?.getReadReceiptForUserId(helper.userId, true);
    expect(receipts()).toBeNull(); // not sent as long as it can be undone
    await expect.poll(receipts).not.toBeNull();
    await expect(page).toHaveTitle(/^\(1\) /); // the request still waits
    await expect(roomRow(page, "一郎")).toContainText("要確認 1");

    await roomRow(page, "二葉").click();
    await page.getByRole("button", { name: "この会話の操作" }).click();
    await page.getByRole("button", { name: "未読に戻す" }).click();
    await expect(roomRow(page, "二葉")).toContainText("あとで見る印付き");
    await expect(page).toHaveTitle(/^\(2\) /);
    await page.reload();
    await expect(roomRow(page, "二葉")).toContainText("あとで見る印付き");
    await expect(roomRow(page, "四郎")).toContainText("通知停止中");
    await roomRow(page, "二葉").click();
    await page.getByRole("link", { name: "会話の一覧へ戻る" }).click();
    await expect(roomRow(page, "二葉")).not.toContainText("あとで見る印付き");
    close();
  });

  test("counts right after being offline, also what lies in the gap", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const helper = await accounts.account(await accounts.organisation(), "publicHealthNurse");
    const { writer, close } = await careRoom(accounts, publicUrl, []);
    const page = await browsers.enter(helper);
    const roomId = await conversationAbout(writer, [helper], "六花");
    await writer.say(roomId, "最初の連絡です。確認してください。", { [ACK_REQUEST_KEY]: true });
    await roomRow(page, "六花").click();
    await expect(messageWith(page, "最初の連絡です")).toBeVisible();
    await page.getByRole("link", { name: "会話の一覧へ戻る" }).click();
    await expect(roomRow(page, "六花")).toContainText("要確認 1");
    await expect(roomRow(page, "六花").getByRole("img", { name: /未読/ })).toHaveCount(0);

    await page.context().setOffline(true);
    await expect(page.getByText("つながっていません").first()).toBeVisible();
    await writer.say(roomId, "新しい薬です。確認してください。", { [ACK_REQUEST_KEY]: true });
    for (let i = 1; i < 75; i += 1) await writer.say(roomId, `留守中の連絡 ${i}`);
    await page.context().setOffline(false);
    await expect(roomRow(page, "六花").getByRole("img", { name: "未読 75件" })).toBeVisible();
    await expect(roomRow(page, "六花")).toContainText("要確認 2");

    await page.reload(); // only the newest messages come: the rest is looked for again
    await expect(roomRow(page, "六花").getByRole("img", { name: "未読 75件" })).toBeVisible();
    await expect(roomRow(page, "六花")).toContainText("要確認 2");
    close();
  });
});
