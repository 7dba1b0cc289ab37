import { careRoom } from "../e2e/support/careRoom.ts";
import { expect, test } from "../e2e/support/test.ts";
import { fillCard } from "../env/emergencyCard.ts";
import { shoot } from "./shoot.ts";

test("pictures of the emergency card", async ({ accounts, browsers, installation }) => {
  const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
  const team = await careRoom(accounts, installation.publicUrl, [nurse]);
  await fillCard(team.writer, team.personId);
  const page = await browsers.enter(nurse);
  await page.goto(`/people/${team.personId}/card`);
  await expect(page.getByRole("link", { name: /架空 花子に電話をかける/ })).toBeVisible();
  await shoot(page, "person-card", ["phone", "desktop"]);
  team.close();
});
