/// <reference lib="dom" />

import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { careRoom, everybodyIn, openRoom } from "./support/careRoom.ts";
import { japanesePdf } from "./support/files.ts";
import { sealedNames } from "./support/kept.ts";
import { message, say } from "./support/roomActs.ts";
import { signIn } from "./support/signIn.ts";
import { expect, test } from "./support/test.ts";

/** The application and this room are on the device. */
async function keptOnDevice(page: Page, roomId: string): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect
    .poll(() => sealedNames(page))
    .toEqual(expect.arrayContaining([`room:${roomId}`, "directory", "session"]));
}

test("a car park without a network: the client opens and reads, what is written goes out once and in order", async ({
  accounts,
  browsers,
  installation: { publicUrl },
}) => {
  const helper = await accounts.account(await accounts.organisation(), "helper");
  const room = await careRoom(accounts, publicUrl, [helper]);
  const page = await browsers.fresh(undefined, { installed: true });
  const context = page.context();
  await signIn(page, helper);
  await everybodyIn(room, [helper]);
  await openRoom(page, room.roomId);
  await room.writer.say(room.roomId, "薬が変わりました");
  await expect(message(page, "薬が変わりました")).toBeVisible();
  const title = await page.getByRole("heading", { level: 1 }).first().textContent();
  await keptOnDevice(page, room.roomId);

  await context.setOffline(true);
  await say(page, "一通目");
  await expect(message(page, "一通目").getByText("送信待ち")).toBeVisible();
  await context.clearCookies(); // the hub's session has run out meanwhile
  await page.reload();
  await expect(message(page, "薬が変わりました")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(title ?? "");
  await expect(page.getByText("つながっていません")).toBeVisible();
  await expect(message(page, "一通目").getByText("送信待ち")).toBeVisible();
  await say(page, "二通目");
  await expect(message(page, "二通目").getByText("送信待ち")).toBeVisible();
  await say(page, "やめた一通");
  await message(page, "やめた一通").getByRole("button", { name: "取消" }).click();
  await expect(message(page, "やめた一通")).toHaveCount(0);
  const chart = { name: "経過表.pdf", mimeType: "application/pdf", buffer: japanesePdf(["架空の経過表"]) };
  await page.locator("input[type=file][multiple]").setInputFiles(chart);
  const chartWaits = page.getByRole("listitem").filter({ hasText: chart.name }).getByText("つながると自動で送ります");
  await expect(chartWaits).toBeVisible();
  await expectAccessible(page);
  await page.reload(); // the phone had closed the page
  await expect(message(page, "二通目").getByText("送信待ち")).toBeVisible();
  await expect(chartWaits).toBeVisible();
  await expect(message(page, "やめた一通")).toHaveCount(0);

  await context.setOffline(false);
  const sent = () => saidBy(room.writer, room.roomId, helper.userId);
  const texts = async () => (await sent()).filter((body) => body !== chart.name);
  await expect.poll(texts).toEqual(["一通目", "二通目"]);
  await expect.poll(async () => (await sent()).filter((body) => body === chart.name)).toHaveLength(1);

  // The server gets it, its answer is lost, and the page ends before it learns of it.
  const cut = Promise.withResolvers<void>();
  await context.route("**/sync**", (route) => route.abort());
  await context.route("**/send/m.room.encrypted/**", async (route) => {
    await route.fetch();
    cut.resolve();
  });
  await say(page, "三通目");
  await cut.promise;
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await page.reload();
  await expect(message(page, "三通目").getByText("送信済")).toBeVisible();
  await expect.poll(texts).toEqual(["一通目", "二通目", "三通目"]);
  expect(await sent()).toHaveLength(4); // the file went once, too
  const rows = page.getByRole("list", { name: "会話", exact: true }).getByRole("listitem");
  await expect(rows.filter({ hasText: "三通目" })).toHaveCount(1);
  room.close();
});

type Writer = Awaited<ReturnType<typeof careRoom>>["writer"];

const saidBy = async ({ client }: Writer, roomId: string, userId: string): Promise<unknown[]> =>
  (client.getRoom(roomId)?.getLiveTimeline().getEvents() ?? [])
    .filter((event) => event.getSender() === userId && event.getType() === "m.room.message")
    .map((event) => event.getContent()["body"] as unknown);
