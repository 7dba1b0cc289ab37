import { registerPerson, roomOfTeam } from "../env/teams.ts";
import { until } from "../env/until.ts";
import { DESKTOP } from "./support/browsers.ts";
import { careRoom } from "./support/careRoom.ts";
import { message } from "./support/roomActs.ts";
import { expect, test } from "./support/test.ts";

/** More than come with the first answer (web-client/src/matrix/sync/roomWindow.ts). */
const ROOMS = 23;

test.describe("somebody in many conversations", () => {
  test("sees all of them, news in the oldest, and not the one they were taken out of", async ({
    accounts,
    browsers,
    installation: { publicUrl },
  }) => {
    const helper = await accounts.account(await accounts.organisation(), "helper");
    const { writer, roomId: oldest, close } = await careRoom(accounts, publicUrl, [helper]);
    const members = [{ staffId: helper.staffId, organisationId: helper.organisationId }];
    const others: { readonly id: string; readonly room: string }[] = [];
    for (let n = 1; n < ROOMS; n += 1) {
      const { id: personId } = await registerPerson(writer);
      const { id } = await writer.hub.call("openTeam", { body: { personId, kind: "care", members } } as never);
      others.push({ id, room: await roomOfTeam(writer, id) });
    }
    const page = await browsers.enter(helper, DESKTOP);
    const rows = page.locator('a[href^="/rooms/"]');
    const row = (roomId: string) => page.locator(`a[href="/rooms/${encodeURIComponent(roomId)}"]`);
    // The staff's room of the organisation besides.
    await expect(rows).toHaveCount(ROOMS + 1);

    await page.reload();
    await expect(rows).toHaveCount(ROOMS + 1);
    await writer.say(oldest, "いちばん古い会話への連絡");
    await expect(row(oldest)).toContainText("いちばん古い会話への連絡");
    await expect(rows.first()).toHaveAttribute("href", `/rooms/${encodeURIComponent(oldest)}`);
    await row(oldest).click();
    await expect(message(page, "いちばん古い会話への連絡")).toBeVisible();

    const [left] = others;
    if (!left) throw new Error("no team");
    const params = { teamId: left.id, staffId: helper.staffId };
    await until("taken out", async () => {
      await writer.hub.call("removeTeamMember", { params, body: { reason: "担当の終了" } } as never);
      return true;
    });
    await expect(row(left.room)).toHaveCount(0);
    await expect(rows).toHaveCount(ROOMS);
    close();
  });
});
