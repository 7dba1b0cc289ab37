import { expectAccessible } from "./support/accessible.ts";
import { careRoom, everybodyIn } from "./support/careRoom.ts";
import { message, say } from "./support/roomActs.ts";
import { signIn } from "./support/signIn.ts";
import { expect, test } from "./support/test.ts";

test("two tabs: one is used, the other says so and can take over, and each can read and write then", async ({
  accounts,
  browsers,
  installation: { publicUrl },
}) => {
  const helper = await accounts.account(await accounts.organisation(), "helper");
  const room = await careRoom(accounts, publicUrl, [helper]);
  const first = await browsers.fresh();
  await signIn(first, helper);
  await everybodyIn(room, [helper]);
  const elsewhere = (page: typeof first) => page.getByRole("heading", { name: "つなぎは別のタブで開いています" });

  const second = await first.context().newPage();
  await second.goto("/");
  await expect(elsewhere(second)).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "このタブで使う" }).click();
  await expect(elsewhere(first)).toBeVisible();
  await second.getByRole("link", { name: /試験 花子/ }).click();
  await say(second, "二つ目のタブから");
  await expect(message(second, "二つ目のタブから").getByText("送信済")).toBeVisible();

  await first.getByRole("button", { name: "このタブで使う" }).click();
  await expect(elsewhere(second)).toBeVisible();
  await first.getByRole("link", { name: /試験 花子/ }).click();
  await expect(message(first, "二つ目のタブから")).toBeVisible();
  await room.writer.say(room.roomId, "一つ目でも読めます");
  await expect(message(first, "一つ目でも読めます")).toBeVisible();
  room.close();
});
