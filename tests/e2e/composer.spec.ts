import type { CDPSession, Page } from "@playwright/test";
import { databaseHolds } from "../env/plainText.ts";
import { expectAccessible } from "./support/accessible.ts";
import { readFile, withExif } from "./support/attachments.ts";
import { DESKTOP } from "./support/browsers.ts";
import { careRoom, everybodyIn, openRoom } from "./support/careRoom.ts";
import { messageWith } from "./support/conversation.ts";
import { message } from "./support/roomActs.ts";
import { secondDevice } from "./support/secondDevice.ts";
import { expect, test } from "./support/test.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "メッセージ" });
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
    await convert(keyboard, "ずみ", "済みです");
    const oneLine = await field(page).evaluate(({ clientHeight }) => clientHeight);
    await page.keyboard.press("Shift+Enter");
    expect(await field(page).evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(oneLine);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await expect(messageWith(page, "済みです")).toHaveCount(1);
    await expect(field(page)).toHaveValue("");
    await room.writer.reads(room.roomId, "確認\n済みです");
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
    await everybodyIn(room, [nurse]);
    await openRoom(phone, room.roomId);
    await room.writer.say(room.roomId, asked);
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

    await phone.getByRole("button", { name: "送信", exact: true }).click();
    await expect(field(tablet)).toHaveValue("");
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

test.describe("more than words", () => {
  test("a template is filled in, a profession named, own templates are kept", async ({
    accounts,
    browsers,
    installation,
  }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const room = await careRoom(accounts, installation.publicUrl, [nurse]);
    const page = await browsers.enter(nurse, DESKTOP);
    await openRoom(page, room.roomId);
    await field(page).pressSequentially("@けあまね");
    await expect(page.getByRole("option", { name: /ケアマネジャー/ }).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("option", { name: "ケアマネジャー 1人" }).click();
    await expect(field(page)).toHaveValue("@ケアマネジャー ");
    await add(page, "定型文を使う");
    await expectAccessible(page);
    await page.getByRole("button", { name: /バイタル/ }).click();
    await page.keyboard.type("36.8");
    await page.keyboard.press("Tab");
    await page.keyboard.type("138");
    await expect(field(page)).toHaveValue(/体温36\.8℃　血圧138／［　］/);
    await page.getByRole("button", { name: "送信", exact: true }).click();
    await expect(message(page, "36.8").getByText("@ケアマネジャー", { exact: true })).toBeVisible();
    const event = await room.writer.reads(room.roomId, "36.8");
    expect(event.getContent()["m.mentions"]).toEqual({ user_ids: [room.writer.userId] });

    await add(page, "定型文を使う");
    await page.getByRole("button", { name: "新しい定型文" }).click();
    await page.getByRole("button", { name: "保存する" }).click();
    await expect(page.getByText("名前を入力してください")).toBeVisible();
    await page.getByRole("textbox", { name: "名前" }).fill("夜勤の引き継ぎ");
    await page.getByRole("textbox", { name: "文面" }).fill("巡視［　］時、異常なし");
    await page.getByRole("button", { name: "保存する" }).click();
    await page.reload();
    await add(page, "定型文を使う");
    await page.getByRole("button", { name: "夜勤の引き継ぎ 巡視" }).click();
    await expect(field(page)).toHaveValue("巡視［　］時、異常なし");
    room.close();
  });

  test("a message can be taken back for some seconds, and be left with the homeserver for later", async ({
    accounts,
    browsers,
    installation,
  }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const room = await careRoom(accounts, installation.publicUrl, [nurse]);
    const page = await browsers.enter(nurse);
    await page.goto("/settings");
    await page.getByRole("radio", { name: "10秒" }).check();
    await openRoom(page, room.roomId);
    await field(page).fill("部屋を間違えました");
    await page.getByRole("button", { name: "送信", exact: true }).click();
    await page.getByRole("button", { name: "取り消す" }).click();
    await expect(field(page)).toHaveValue("部屋を間違えました");
    await field(page).fill("10時に伺います");
    await page.getByRole("button", { name: "送信", exact: true }).click();
    await expect(page.getByText("秒後に送信")).toBeVisible();
    await expectAccessible(page);
    await page.reload(); // it is not lost, and leaves when its time is over
    const arrived = await room.writer.reads(room.roomId, "10時に伺います");
    expect(arrived.isEncrypted()).toBe(true);
    expect(await room.writer.bodies(room.roomId)).not.toContain("部屋を間違えました");

    await field(page).fill("明日は血液検査です");
    await add(page, "予約送信");
    await page.getByLabel("送信する日時").fill("2020-01-01T08:30");
    await expect(page.getByText("1分以上先の日時を選んでください")).toBeVisible();
    await expectAccessible(page);
    const scheduled = page.waitForResponse((response) => response.url().includes("msc4140.delay="));
    await page
      .getByRole("button", { name: / 08:30$/ })
      .first()
      .click();
    const { delay_id: delayId } = (await (await scheduled).json()) as { delay_id: string };
    await expect(page.getByText("予約送信 1件")).toBeVisible();
    await expect(field(page)).toHaveValue("");
    expect(await databaseHolds(installation.synapseDatabaseUrl, ["血液検査"])).toEqual([]);
    await page.getByRole("button", { name: "見る・直す" }).click();
    await page.getByRole("button", { name: "取り消して書き直す" }).click();
    await expect(field(page)).toHaveValue("明日は血液検査です");
    await expect(page.getByText("予約送信 1件")).toBeHidden();
    const managed = (id: string, act: string) =>
      fetch(`${installation.publicUrl}/_matrix/client/unstable/org.matrix.msc4140/delayed_events/${id}/${act}`, {
        method: "POST",
        body: "{}",
      });
    expect((await managed(delayId, "send")).ok).toBe(false);

    await add(page, "予約送信");
    const again = page.waitForResponse((response) => response.url().includes("msc4140.delay="));
    await page
      .getByRole("button", { name: / 08:30$/ })
      .first()
      .click();
    const { delay_id: due } = (await (await again).json()) as { delay_id: string };
    expect((await managed(due, "send")).ok).toBe(true); // its time has come
    await room.writer.reads(room.roomId, "明日は血液検査です");
    room.close();
  });

  test("photos and a voice memo arrive though the line was cut, and say nothing of where they were taken", async ({
    accounts,
    browsers,
    installation,
  }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const room = await careRoom(accounts, installation.publicUrl, [nurse]);
    const page = await browsers.enter(nurse);
    await openRoom(page, room.roomId);
    const plain = await page.evaluate(() => {
      const canvas = document.createElement("canvas");
      canvas.width = 3000;
      canvas.height = 1500;
      canvas.getContext("2d")?.fillRect(0, 0, 900, 900);
      return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
    });
    const buffer = withExif(Buffer.from(plain, "base64"), "Nirayama");
    await page.context().setOffline(true);
    const files = [
      { name: "knee.jpg", mimeType: "image/jpeg", buffer },
      { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 plan") },
    ];
    await page.locator("input[type=file][multiple]").setInputFiles(files);
    for (const name of ["knee.jpg", "plan.pdf"])
      await expect(page.getByRole("listitem").filter({ hasText: name }).getByRole("alert")).toBeVisible();
    await expectAccessible(page);
    await page.context().setOffline(false);
    const photo = await room.writer.reads(room.roomId, "knee.jpg");
    await room.writer.reads(room.roomId, "plan.pdf");
    expect(photo.getContent()["info"]).toMatchObject({ w: 1024, h: 2048 });
    const arrived = await readFile(room.writer, photo);
    expect(arrived.subarray(0, 2).toString("hex")).toBe("ffd8");
    expect(arrived.includes("Exif") || arrived.includes("Nirayama")).toBe(false);

    await add(page, "音声メモ");
    await expect(page.getByText("0:02 /")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "録音を終える" }).click();
    await expect(page.getByText("録音しました")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "送信する" }).click();
    const memo = await room.writer.reads(room.roomId, "音声メモ");
    expect(memo.getContent()).toMatchObject({ msgtype: "m.audio", "org.matrix.msc3245.voice": {} });
    const { duration, waveform } = memo.getContent()["org.matrix.msc1767.audio"] as {
      duration: number;
      waveform: number[];
    };
    expect(duration).toBeGreaterThan(1500);
    expect(waveform.length).toBeGreaterThan(10);
    expect(Math.max(...waveform)).toBeGreaterThan(0);
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
