import type { CDPSession, Page } from "@playwright/test";
import { databaseHolds } from "../env/plainText.ts";
import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { careRoom, openRoom } from "./support/careRoom.ts";
import { secondDevice } from "./support/secondDevice.ts";
import { expect, test } from "./support/test.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "メッセージ" });
const message = (page: Page, text: string) =>
  page.getByRole("list", { name: "会話", exact: true }).getByRole("listitem").filter({ hasText: text });
const add = async (page: Page, act: string) => {
  await page.getByRole("button", { name: "写真・ファイル・記録を追加" }).click();
  await page
    .getByRole("menuitem", { name: act })
    .or(page.getByRole("dialog").getByRole("button", { name: act }))
    .click();
};

test.describe("writing", () => {
  test("Enter that takes a conversion over never sends; the next one does", async ({
    accounts,
    browsers,
    installation,
  }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const room = await careRoom(accounts, installation.publicUrl, [nurse]);
    const page = await browsers.enter(nurse, DESKTOP);
    await openRoom(page, room.roomId);
    const keyboard = await page.context().newCDPSession(page);
    await field(page).focus();
    await convert(keyboard, "かくにん", "確認");
    await expect(field(page)).toHaveValue("確認");
    await expect(message(page, "確認")).toHaveCount(0);
    await page.keyboard.press("Shift+Enter");
    await convert(keyboard, "しました", "しました");
    const oneLine = await field(page).evaluate(({ clientHeight }) => clientHeight);
    await page.keyboard.press("Shift+Enter");
    expect(await field(page).evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(oneLine);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await expect(message(page, "しました")).toHaveCount(1);
    await expect(field(page)).toHaveValue("");
    await room.writer.reads(room.roomId, "確認\nしました");
    room.close();
  });

  test("a draft is there after a reload and on the second device, and nowhere on the server", async ({
    accounts,
    browsers,
    installation,
  }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const room = await careRoom(accounts, installation.publicUrl, [nurse]);
    const phone = await browsers.enter(nurse);
    const tablet = await secondDevice(browsers, nurse, phone, DESKTOP);
    const asked = "訪問の時間を教えてください";
    await room.writer.say(room.roomId, asked);

    await openRoom(phone, room.roomId);
    await message(phone, asked).getByText(asked).click();
    await phone.getByRole("button", { name: "返信" }).click();
    await add(phone, "至急にする");
    await field(phone).fill("夜間にせん妄がみられました");
    await phone.reload();
    await expect(field(phone)).toHaveValue("夜間にせん妄がみられました");
    await expect(phone.getByText("【至急】として送ります")).toBeVisible();
    await expect(phone.getByText("へ返信")).toBeVisible();

    await openRoom(tablet, room.roomId);
    await expect(field(tablet)).toHaveValue("夜間にせん妄がみられました");
    await expect(tablet.getByText("【至急】として送ります")).toBeVisible();
    await expect(tablet.getByText("へ返信")).toBeVisible();
    expect(await databaseHolds(installation.synapseDatabaseUrl, ["夜間にせん妄"])).toEqual([]);

    await tablet.getByRole("button", { name: "送信", exact: true }).click();
    await expect(field(phone)).toHaveValue("");
    const event = await room.writer.reads(room.roomId, "夜間にせん妄");
    expect(event.getContent()).toMatchObject({
      body: "【至急】夜間にせん妄がみられました",
      "jp.tsunagi.urgency": "urgent",
    });
    await expect(message(phone, "夜間にせん妄").getByText("至急", { exact: true })).toBeVisible();
    await expectAccessible(tablet);
    room.close();
  });
});

/** Types kana, converts it, and takes the conversion over with Enter, as Chromium tells it. */
async function convert(keyboard: CDPSession, kana: string, text: string): Promise<void> {
  for (let i = 1; i <= kana.length; i += 1)
    await keyboard.send("Input.imeSetComposition", { text: kana.slice(0, i), selectionStart: i, selectionEnd: i });
  await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
  await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
  await keyboard.send("Input.insertText", { text });
  await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
}
