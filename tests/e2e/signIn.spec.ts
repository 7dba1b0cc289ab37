import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { typePassword } from "./support/signIn.ts";
import { expect, test } from "./support/test.ts";

test.describe("signing in", () => {
  test("asks for an own password first, then shows the conversations", async ({ accounts, browsers }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const page = await browsers.enter(nurse);
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole("heading", { name: "会話", exact: true })).toBeVisible();
  });

  test("says in one sentence that the password is wrong, and keeps the name", async ({ accounts, browsers }) => {
    const nurse = await accounts.account(await accounts.organisation(), "visitingNurse");
    const page = await browsers.fresh(DESKTOP);
    await typePassword(page, { ...nurse, password: "not-the-password-1" });
    await expect(page.getByText("ログイン名かパスワードが違います")).toBeVisible();
    await expect(page.getByLabel("ログイン名")).toHaveValue(nurse.loginName);
    await expectAccessible(page);
  });
});
