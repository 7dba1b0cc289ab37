/// <reference lib="dom" />
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { careRoom, everybodyIn } from "./support/careRoom.ts";
import { messageWith } from "./support/conversation.ts";
import { conversationAbout, roomRow } from "./support/rooms.ts";
import { expect, test } from "./support/test.ts";

/** A small picture. */
const drawn = async (page: Page): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(() => {
      const canvas = document.createElement("canvas");
      canvas.getContext("2d")?.fillRect(0, 0, 200, 100);
      return canvas.toDataURL("image/png").split(",")[1] ?? "";
    }),
    "base64",
  );

test.describe("finding", () => {
  test("finds words in encrypted conversations however they are typed, goes further back, and leads to the message", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const helper = await accounts.account(await accounts.organisation(), "helper");
    const room = await careRoom(accounts, publicUrl, [helper]);
    const page = await browsers.enter(helper);
    await everybodyIn(room, [helper]);
    const say = (text: string) => room.writer.say(room.roomId, text);
    await say("初回訪問：ご本人は猫のﾐｰｺとお住まいです");
    for (let i = 0; i < 75; i += 1) await say(`第${i}報 変わりありません`);
    await say("夕方の入浴介助のあと、ﾊﾞｲﾀﾙ安定。ＳｐＯ２　９７％");
    await page.reload(); // the newest messages only

    await page.getByRole("button", { name: "メッセージを検索" }).click();
    const field = page.getByRole("searchbox", { name: "さがす言葉" });
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await field.fill("ばいたる");
    await expect(page.locator("mark")).toHaveText("ﾊﾞｲﾀﾙ");
    await field.fill("spo2 97%");
    await expect(page.locator("mark")).toHaveText(["ＳｐＯ２", "９７％"]);
    await field.fill("猫");
    await expect(page.getByText("見つかりませんでした")).toBeVisible();
    await expect(page.getByText(/この端末に読み込んだ\d+件を検索しました/)).toBeVisible();
    await page.getByRole("button", { name: "前のメッセージも探す" }).click();
    await expect(page.locator("mark")).toHaveText("猫");
    await field.fill("ミーコ");
    await expect(page.locator("mark")).toHaveText("ﾐｰｺ");
    await expectAccessible(page);

    await page.getByRole("link", { name: /ﾐｰｺ/ }).click();
    await expect(messageWith(page, "ﾐｰｺ")).toBeInViewport();
    await expect(messageWith(page, "ﾐｰｺ").locator("[data-highlighted]").or(messageWith(page, "ﾐｰｺ"))).toHaveAttribute(
      "data-highlighted",
      "true",
    );
    await page.locator("input[type=file][multiple]").setInputFiles([
      { name: "退院サマリー.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 summary") },
      { name: "玄関.png", mimeType: "image/png", buffer: await drawn(page) },
    ]);
    for (const name of ["退院サマリー.pdf", "玄関.png"]) await room.writer.reads(room.roomId, name);
    await page.getByRole("link", { name: "会話の一覧へ戻る" }).click();
    await expect(field).toHaveValue("ミーコ");
    await expect(page.locator("mark")).toHaveText("ﾐｰｺ");

    await page.getByRole("tab", { name: "ファイル" }).click();
    await field.fill("さまりー");
    await expect(page.getByRole("link", { name: /退院サマリー\.pdf/ })).toBeVisible();
    await field.fill("");
    await expect(page.getByRole("link", { name: /の写真/ }).locator("img")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("tab", { name: "会話" }).click();

    // what is taken back is not found any more, nor what an edit replaced
    await room.writer.say(room.roomId, "まちがえた連絡").then((id) => room.writer.client.redactEvent(room.roomId, id));
    const edited = await say("体温 38.5");
    const content = { msgtype: "m.text", body: "体温 36.5" };
    const relation = { rel_type: "m.replace", event_id: edited };
    await room.writer.say(room.roomId, "* 体温 36.5", { "m.new_content": content, "m.relates_to": relation });
    await field.fill("36.5");
    await expect(page.locator("mark")).toHaveText("36.5");
    await field.fill("38.5");
    await expect(page.getByText("見つかりませんでした")).toBeVisible();
    await field.fill("まちがえた");
    await expect(page.getByText("見つかりませんでした")).toBeVisible();

    // people: one's own at once, others only when asked for
    await page.getByRole("tab", { name: "利用者" }).click();
    await field.fill("しけん");
    await expect(page.getByRole("link", { name: /試験 花子/ })).toBeVisible();
    await expectAccessible(page);
    room.close();
  });

  test("goes to people and pages by keyboard alone, and gives the focus back", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const { writer, close } = await careRoom(accounts, publicUrl, []);
    const page = await browsers.enter(nurse, DESKTOP);
    await conversationAbout(writer, [nurse], "一郎", { person: { givenKana: "イチロウ" } });
    await conversationAbout(writer, [nurse], "二葉", { person: { givenKana: "フタバ" } });
    await expect(roomRow(page, "二葉")).toBeVisible();

    const list = page.getByRole("searchbox", { name: "名前・よみがなで探す" });
    await list.focus();
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "名前・ページ・操作" });
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(list).toBeFocused();

    await page.keyboard.press("Control+k");
    await field.fill("ﾌﾀﾊﾞ");
    await expect(page.getByRole("listbox").getByRole("option").first()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "見本 二葉さん" })).toBeVisible();

    await page.keyboard.press("Control+k");
    await field.fill("設定");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/settings$/);

    await page.keyboard.press("Control+k");
    await field.fill("訪問");
    await page.keyboard.press("ArrowUp"); // round to the last: inside conversations
    await page.keyboard.press("Enter");
    await expect(page.getByRole("searchbox", { name: "さがす言葉" })).toHaveValue("訪問");
    close();
  });
});
