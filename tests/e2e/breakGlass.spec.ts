import { fillCard } from "../env/emergencyCard.ts";
import { expectAccessible } from "./support/accessible.ts";
import { careRoom, everybodyIn, openRoom } from "./support/careRoom.ts";
import { expect, test } from "./support/test.ts";

const SIX_HOURS_MS = 6 * 3_600_000;

test("a crew finds somebody by the card's code and by name, reads the card, and an administrator reviews it", async ({
  accounts,
  browsers,
  installation,
}) => {
  test.setTimeout(120_000);
  const nurse = await accounts.account(await accounts.organisation("homeNursing"), "visitingNurse");
  const station = await accounts.organisation("fireDepartment", "みほん消防署（架空）");
  const crew = await accounts.account(station, "emt");
  const chief = await accounts.account(station, "facilityAdmin");
  const team = await careRoom(accounts, installation.publicUrl, [nurse]);
  try {
    await fillCard(team.writer, team.personId);
    const member = await browsers.enter(nurse);
    await everybodyIn(team, [nurse]);
    await openRoom(member, team.roomId);
    const { url } = await team.writer.hub.call("renewCardCode", { params: { personId: team.personId } });
    const person = await team.writer.hub.call("readPerson", { params: { personId: team.personId } });
    const page = await browsers.enter(crew);
    await expect(page.getByRole("heading", { name: "救急", exact: true })).toBeVisible();
    await expectAccessible(page);
    const hit = page.getByRole("button", { name: `${person.familyName} ${person.givenName}` });

    await test.step("by the code of the printed card; one that is not ours finds nobody", async () => {
      await page.getByRole("button", { name: "QRを読む" }).click();
      await page.getByLabel("カードの番号").fill("ABCDEFGH");
      await page.getByRole("button", { name: "さがす" }).click();
      await expect(page.getByText("見つかりませんでした")).toBeVisible();
      await page.goto(url);
      await expect(hit).toBeVisible();
      expect(new URL(page.url()).hash).toBe("");
    });

    await test.step("by kana and birth date", async () => {
      await page.getByRole("button", { name: "名前と生年月日" }).click();
      await page.getByLabel("名前のかな").fill(person.familyKana + person.givenKana);
      await page.getByLabel("生年月日").fill(person.birthDate);
      await page.getByRole("button", { name: "さがす" }).click();
      await expect(hit).toBeVisible();
      await expectAccessible(page);
    });

    await test.step("gives a reason and reads; the team is told in its room", async () => {
      await page.clock.install();
      await hit.click();
      await page.getByRole("button", { name: "カードを開く" }).click();
      await page.getByRole("radio", { name: "救急搬送" }).check();
      await expectAccessible(page);
      await page.getByRole("button", { name: "カードを開く" }).click();
      await expect(page.getByText("この閲覧は記録されます")).toBeVisible();
      await expect(page.getByRole("region", { name: "アレルギー・禁忌薬" })).toContainText("ペニシリン");
      await expectAccessible(page);
      await expect(
        member.getByText("チームの外の方が救急カードを開きました").filter({ visible: true }).first(),
      ).toBeVisible();
    });

    await test.step("when the time is over, nothing of the card is left on the page", async () => {
      await page.clock.fastForward(SIX_HOURS_MS);
      await expect(page.getByText("閲覧できる時間が終わりました")).toBeVisible();
      await expect(page.getByText("ペニシリン")).toHaveCount(0);
    });

    await test.step("the administrator of the crew's organisation judges it", async () => {
      const office = await browsers.enter(chief);
      await office.goto("/admin");
      await expect(office.getByRole("img", { name: "未確認 1件" })).toBeVisible();
      await office.getByRole("link", { name: "救急閲覧の確認" }).click();
      await office.getByRole("button", { name: "確認する" }).click();
      await office.getByRole("radio", { name: "妥当", exact: true }).check();
      await office.getByLabel("確認の理由").fill("出場記録を確認した");
      await office.getByRole("button", { name: "確認を記録する" }).click();
      await expect(office.getByText("出場記録を確認した", { exact: false })).toBeVisible();
      await expectAccessible(office);
      await office.goto("/admin/audit");
      const opened = office.getByRole("listitem").filter({ hasText: "チームの外から救急カードを開いた" });
      await expect(opened).toContainText("救急搬送");
      await expect(office.getByText("妥当", { exact: false }).first()).toBeVisible();
    });
  } finally {
    team.close();
  }
});
