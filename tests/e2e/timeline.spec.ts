import { expectAccessible } from "./support/accessible.ts";
import { careRoom, everybodyIn, openRoom } from "./support/careRoom.ts";
import { messageWith, rowCount, scrollAndMeasure, topOf } from "./support/conversation.ts";
import { expect, test } from "./support/test.ts";

/** Large margins of a day's line and the paddings of the page. */
const GAP = 80;

test.describe("a long conversation", () => {
  test("opens at the first unread message and never shows a hole while it is scrolled", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const helper = await accounts.account(await accounts.organisation(), "helper");
    const room = await careRoom(accounts, publicUrl, [helper]);
    const page = await browsers.enter(helper);
    await everybodyIn(room, [helper]);
    const read = await room.writer.say(room.roomId, "読んだ連絡");
    await openRoom(page, room.roomId);
    await expect(messageWith(page, "読んだ連絡")).toBeVisible();
    const readBy = () => room.writer.client.getRoom(room.roomId)?.getReadReceiptForUserId(helper.userId)?.eventId;
    await expect.poll(readBy).toBe(read);
    await page.goto("/");
    for (let i = 0; i < 150; i += 1)
      await room.writer.say(room.roomId, `第${i}報 ${"訪問しました。".repeat(1 + (i % 9))}`);

    await openRoom(page, room.roomId);
    await expect(page.getByText("ここから未読")).toBeInViewport();
    await expect(messageWith(page, "第0報")).toBeInViewport();
    await expect(messageWith(page, "第149報")).toHaveCount(0);
    await expectAccessible(page);

    let rows = 0;
    for (let top = -1, last = -2; top !== last; ) {
      last = top;
      const { hole, top: now } = await scrollAndMeasure(page, 700);
      expect(hole).toBeLessThan(GAP);
      rows = Math.max(rows, await rowCount(page));
      top = now;
    }
    expect(rows).toBeLessThan(80);
    await expect(messageWith(page, "第149報")).toBeInViewport();

    // older ones load above, a keyboard opens: what one reads stays where it is
    await scrollAndMeasure(page, -4000);
    const shown = page.locator("[data-event]:visible").nth(10);
    const key = await shown.getAttribute("data-event");
    const row = page.locator(`[data-event="${key}"]`);
    const before = await topOf(row);
    await page.setViewportSize({ width: 390, height: 500 });
    await expect.poll(() => topOf(row)).toBeGreaterThan(before - 2);
    expect(await topOf(row)).toBeLessThan(before + 2);
    room.close();
  });
});
