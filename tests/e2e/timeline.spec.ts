/// <reference lib="dom" />
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { careRoom, everybodyIn, helperInRoom, openRoom } from "./support/careRoom.ts";
import { messageWith, press, rowCount, scrollAndMeasure, topOf } from "./support/conversation.ts";
import { japanesePdf, noisePng, sendFile, toneWav } from "./support/files.ts";
import { expect, test } from "./support/test.ts";

/** Large margins of a day's line and the paddings of the page. */
const GAP = 80;

test.describe("a long conversation", () => {
  test("opens at the first unread message and never shows a hole while it is scrolled", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const { helper, room, page } = await helperInRoom(accounts, browsers, publicUrl);
    const read = await room.writer.say(room.roomId, "読んだ連絡");
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

test.describe("messages", () => {
  test("are put right, answered with a word, kept as important and folded; links ask first", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const [helper, nurse] = [
      await accounts.account(await accounts.organisation(), "helper"),
      await accounts.account(await accounts.organisation(), "visitingNurse"),
    ];
    const room = await careRoom(accounts, publicUrl, [helper, nurse]);
    const phone = await browsers.enter(helper);
    const desk = await browsers.enter(nurse, DESKTOP);
    await everybodyIn(room, [helper, nurse]);
    for (const page of [phone, desk]) await openRoom(page, room.roomId);

    // an edit is seen by the others in its place, with what stood there before
    await desk.getByRole("textbox", { name: "メッセージ" }).fill("明日10時に訪問します");
    await desk.getByRole("button", { name: "送信", exact: true }).click();
    await chooseAct(desk, "明日10時", "編集");
    await desk.getByRole("textbox", { name: "メッセージを編集" }).fill("明日11時に訪問します");
    await desk.getByRole("button", { name: "保存", exact: true }).click();
    const edited = messageWith(phone, "明日11時に訪問します");
    await expect(edited).toBeVisible();
    await expect(messageWith(phone, "明日10時に訪問します")).toHaveCount(0);
    await press(edited.getByRole("button", { name: /編集済み/ }));
    await expect(phone.getByRole("dialog", { name: "編集の履歴" })).toContainText("明日10時に訪問します");
    await expectAccessible(phone);
    await phone.getByRole("button", { name: "閉じる" }).click();

    // 了解 is one tap, counted with names, and taken back by another
    await edited.locator("p").first().click();
    await expect(phone.getByRole("dialog", { name: "このメッセージの操作" })).toBeVisible();
    await expectAccessible(phone);
    await phone.getByRole("button", { name: "了解", exact: true }).click();
    const given = messageWith(desk, "明日11時").getByRole("button", { name: /^了解 1名/ });
    await expect(given).toHaveAttribute("aria-pressed", "false");
    await expect(given).toHaveAccessibleName(new RegExp(`了解 1名（試験 ${helper.loginName}）`));
    await press(given);
    await expect(edited.getByRole("button", { name: /^了解 2名/ })).toBeVisible();
    await press(edited.getByRole("button", { name: "だれが付けたかを見る" }));
    await expect(phone.getByRole("dialog", { name: "リアクション" })).toContainText(nurse.loginName);
    await phone.getByRole("button", { name: "閉じる" }).click();
    await edited.getByRole("button", { name: /^了解 2名/ }).click();
    await expect(messageWith(desk, "明日11時").getByRole("button", { name: /^了解 1名/ })).toBeVisible();
    await expectAccessible(desk);

    // anybody in the team marks as important; taking it off asks
    await chooseAct(desk, "明日11時", "重要にする");
    await phone.getByRole("button", { name: /^重要 1件/ }).click();
    const pins = phone.getByRole("dialog", { name: "重要なメッセージ" });
    await expect(pins).toContainText("明日11時に訪問します");
    await expectAccessible(phone);
    await pins.getByRole("button", { name: "重要から外す" }).click();
    await phone.getByRole("button", { name: "外す", exact: true }).click();
    await expect(desk.getByRole("button", { name: /^重要 / })).toHaveCount(0);

    // a handover is folded, and all of it is there at a tap
    const line = "・血圧128/76 脈拍72 体温36.4℃";
    await room.writer.say(
      room.roomId,
      `申し送り\n${Array.from({ length: 14 }, (_, i) => `${i + 1}${line}`).join("\n")}`,
    );
    const handover = messageWith(phone, "申し送り");
    const height = async () => (await handover.boundingBox())?.height ?? 0;
    await expect(handover.getByRole("button", { name: "続きを読む" })).toBeVisible();
    const folded = await height();
    await handover.getByRole("button", { name: "続きを読む" }).click();
    await expect(handover.getByRole("button", { name: "折りたたむ" })).toBeVisible();
    expect(await height()).toBeGreaterThan(folded + 100);

    // links show where they lead before they do
    await room.writer.say(room.roomId, "手引き https://www.gооgle.com/guide 電話0548-22-1234");
    const withLink = messageWith(phone, "手引き");
    await expect(withLink.getByRole("link", { name: "0548-22-1234" })).toHaveAttribute("href", "tel:0548221234");
    const link = withLink.getByRole("link", { name: /guide/ });
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await link.click();
    const asks = phone.getByRole("dialog", { name: "外のサイトを開きますか？" });
    await expect(asks).toContainText("www.xn--ggle-55da.com");
    await expect(asks).toContainText("見分けにくい文字");
    await expectAccessible(phone);
    await asks.getByRole("button", { name: "やめる" }).click();
    await expect(asks).toHaveCount(0);
    room.close();
  });

  test("that cannot be read say why, and are there as soon as the key comes", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const { room, page } = await helperInRoom(accounts, browsers, publicUrl);
    const held = await room.writer.withholdKeys();
    await room.writer.say(room.roomId, "鍵が遅れて届く連絡");
    await expect(page.getByText("まだ読めないメッセージ", { exact: true })).toBeVisible();
    await expect(page.getByText(/鍵がまだ届いていません。届くと自動で表示されます/)).toBeVisible();
    await expectAccessible(page);
    await held.release();
    await expect(messageWith(page, "鍵が遅れて届く連絡")).toBeVisible();
    await expect(page.getByText("まだ読めないメッセージ", { exact: true })).toHaveCount(0);

    // A key that comes in the moment the page begins anew is not lost between the two pages.
    for (const text of ["読み込み中の一通目", "読み込み中の二通目", "読み込み中の三通目"]) {
      await room.writer.crypto.forceDiscardSession(room.roomId);
      await Promise.all([room.writer.say(room.roomId, text), openRoom(page, room.roomId)]);
      await expect(messageWith(page, text)).toBeVisible();
    }
    room.close();
  });
});

test("a message whose key was lost on its way is read all the same: the keeper hands it on", async ({
  accounts,
  browsers,
  installation: { publicUrl },
}) => {
  const { helper, room, page } = await helperInRoom(accounts, browsers, publicUrl);
  await room.writer.loseKeysFor(helper.userId);
  await room.writer.say(room.roomId, "鍵が失われた連絡");
  await expect(page.getByText("まだ読めないメッセージ", { exact: true })).toBeVisible();
  await expect(messageWith(page, "鍵が失われた連絡")).toBeVisible({ timeout: 30_000 });
  room.close();
});

test("an answer in a thread is seen in the conversation, and answered beside it", async ({
  accounts,
  browsers,
  installation: { publicUrl },
}) => {
  const { room, page } = await helperInRoom(accounts, browsers, publicUrl);
  const root = await room.writer.say(room.roomId, "ショートステイの候補です");
  await room.writer.say(room.roomId, "空きは3床です", { "m.relates_to": { rel_type: "m.thread", event_id: root } });
  await expect(page.getByRole("button", { name: /スレッドに返信：空きは3床です/ })).toBeVisible();
  await page.getByRole("button", { name: "返信 1件" }).click();
  const panel = page.getByRole("dialog", { name: "スレッド" });
  await expect(panel.getByText("空きは3床です")).toBeVisible();
  await panel.getByRole("textbox", { name: "スレッドに返信" }).fill("1床お願いします");
  await panel.getByRole("button", { name: "返信を送る" }).click();
  await expect(panel.getByText("1床お願いします")).toBeVisible();
  await expectAccessible(page);
  const answer = await room.writer.reads(room.roomId, "1床お願いします");
  expect(answer.getWireContent()["m.relates_to"]).toMatchObject({ rel_type: "m.thread", event_id: root });
  await panel.getByRole("button", { name: "閉じる" }).click();
  await expect(page.getByRole("button", { name: "返信 2件" })).toBeVisible();
  room.close();
});

test.describe("files", () => {
  test("pictures come small, a PDF shows its pages, a voice memo is heard", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const { room, page } = await helperInRoom(accounts, browsers, publicUrl);

    // a picture: the small copy in the conversation, the large one at a tap
    const picture = { name: "wound.png", mimeType: "image/png", buffer: noisePng(1000, 800) };
    await page.locator("input[type=file]").first().setInputFiles(picture);
    const small = page.getByRole("button", { name: /画像「wound.png」/ }).locator("img");
    const widthOf = (image: Locator) => image.evaluate((element) => (element as HTMLImageElement).naturalWidth);
    await expect.poll(() => widthOf(small)).toBe(800);
    await small.click();
    const large = page.getByRole("dialog", { name: "wound.png" }).getByRole("img");
    await expect.poll(() => widthOf(large)).toBe(1000);
    await page.getByRole("button", { name: "閉じる" }).click();

    // a document in Japanese without fonts of its own: drawn with what our own origin has
    const pdf = japanesePdf(["居宅サービス計画書", "第二表"]);
    const about = { mimetype: "application/pdf", size: pdf.length };
    await sendFile(room.writer, room.roomId, pdf, { msgtype: "m.file", body: "計画書.pdf", info: about });
    await page.getByRole("button", { name: "「計画書.pdf」を開く" }).click();
    const dialog = page.getByRole("dialog", { name: "計画書.pdf" });
    await expect(dialog.getByText("1／2ページ")).toBeVisible();
    await expect(dialog.getByText(/居\s*宅\s*サ/)).toBeAttached();
    const ink = () => dialog.locator("canvas").first().evaluate(darkPixels);
    await expect.poll(ink).toBeGreaterThan(200);
    await dialog.getByText("2／2ページ").scrollIntoViewIfNeeded();
    await expect(dialog.getByText(/第\s*二\s*表/)).toBeAttached();
    await expectAccessible(page);
    await page.getByRole("button", { name: "閉じる" }).click();

    // a voice memo: length and loudness before it is loaded, then heard
    const tone = toneWav(3);
    await sendFile(room.writer, room.roomId, tone, {
      msgtype: "m.audio",
      body: "memo.wav",
      info: { mimetype: "audio/wav", size: tone.length, duration: 3000 },
      "org.matrix.msc1767.audio": { duration: 3000, waveform: [0, 300, 900, 1024, 500, 100] },
      "org.matrix.msc3245.voice": {},
    });
    await expect(page.getByText("音声メモ 0:03")).toBeVisible();
    await page.getByRole("button", { name: "音声メモを再生" }).click();
    await expect(page.getByRole("button", { name: "音声メモを一時停止" })).toBeVisible();
    await expect.poll(() => page.getByRole("slider", { name: "再生位置" }).inputValue()).not.toBe("0");
    await expect(page.getByRole("button", { name: "音声メモを再生" })).toBeVisible();
    await expectAccessible(page);
    room.close();
  });
});

/** How much is drawn. */
function darkPixels(element: Element): number {
  const canvas = element as HTMLCanvasElement;
  const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 128 && (data[i + 3] ?? 0) > 0) dark += 1;
  return dark;
}

/** Opens a message's menu with the mouse and chooses an act. */
async function chooseAct(page: Page, text: string, act: string): Promise<void> {
  const message = messageWith(page, text);
  await message.hover();
  await message.getByRole("button", { name: "このメッセージの操作" }).click();
  await page.getByRole("menuitem", { name: act, exact: true }).click();
}
