import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { goByMenu } from "./support/menu.ts";
import { openFacility } from "./support/openFacility.ts";
import { openTeam, register } from "./support/personActs.ts";
import { message, say } from "./support/roomActs.ts";
import { expect, test } from "./support/test.ts";

/*
 * The story of part 3: a social worker asks three facilities at once and has an answer the same day. All people and
 * facilities are invented.
 */
const citizen = {
  familyName: "桔梗院",
  givenName: "たまき",
  familyKana: "ききょういん",
  givenKana: "たまき",
  birthDate: "昭和15年6月7日",
};
const person = `${citizen.familyName} ${citizen.givenName}`;
const HOMES = ["しらかばの家（架空）", "あけびの里（架空）", "みずなら荘（架空）"] as const;

/** Everything the hub tells a browser, to look through afterwards. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on("response", (response) => {
    if (!response.url().includes("/api/")) return;
    response.text().then(
      (text) => heard.push(text),
      () => undefined, // a file, or the page has gone
    );
  });
  return heard;
}

test("a social worker asks three facilities and chooses one", async ({ accounts, browsers, installation }) => {
  test.setTimeout(240_000); // four people, one after the other
  const hospital = await accounts.organisation("hospital", "りんどう病院（架空）");
  const organisations = await Promise.all(HOMES.map((name) => accounts.organisation("careProvider", name)));
  const ids = await Promise.all(organisations.map((id) => openFacility(installation.databaseUrl, id)));
  const msw = await accounts.account(hospital, "msw");
  const counsellors = await Promise.all(organisations.map((id) => accounts.account(id, "facilityCounselor")));
  const asker = await browsers.enter(msw, DESKTOP);
  const homes = [];
  for (const account of counsellors) homes.push(await browsers.enter(account));
  const [declining, conditional, accepting] = homes as [Page, Page, Page];
  const heard = listen(conditional);

  await test.step("the sheet is shown before it goes, and a name in it stops it", async () => {
    await register(asker, citizen, ["ケアチームでの共有", "施設への打診"]);
    await openTeam(asker, "ケアチーム");
    await asker.goto(`/negotiations/new?facilities=${ids.join(",")}`);
    await expect(asker.getByText(HOMES[1])).toBeVisible();
    await asker.getByLabel("対象の方").selectOption({ label: person });
    await asker.getByRole("checkbox", { name: "経管栄養（胃ろう）" }).check();
    await asker.getByRole("checkbox", { name: "インスリン" }).check();
    await expectAccessible(asker);
    await asker.getByLabel(/補足/).fill(`${citizen.familyName}さんは歩行器で歩けます`);
    await asker.getByRole("button", { name: "内容を確かめる" }).click();
    await expect(asker.getByText("この言葉は送れません。直してください。")).toBeVisible();
    await expect(asker.getByRole("button", { name: "3か所に打診する" })).toBeDisabled();
    await asker.getByRole("button", { name: "内容を直す" }).click();
    await asker.getByLabel(/補足/).fill("歩行器で歩けます。娘さんの近くを希望");
    await asker.getByRole("button", { name: "内容を確かめる" }).click();
    await asker.getByRole("button", { name: "3か所に打診する" }).click();
    await expect(asker.getByRole("article", { name: HOMES[0] })).toBeVisible();
  });

  await test.step("one declines on the page, one answers by the card's button, one by a command", async () => {
    await openEnquiry(declining);
    await declining.getByRole("button", { name: "受入不可と答える" }).click();
    const dialog = declining.getByRole("dialog", { name: "受入不可と答える" });
    await dialog.getByLabel("理由").selectOption({ label: "満床・満室" });
    await dialog.getByRole("button", { name: "受入不可と答える" }).click();
    await expect(declining.getByText("この打診は終わりました")).toBeVisible();

    await openEnquiry(conditional);
    await expectAccessible(conditional);
    await conditional.getByRole("link", { name: "会話を開く" }).click();
    await message(conditional, "打診元").getByRole("button", { name: "条件付き可" }).click();
    await conditional.getByRole("textbox", { name: "条件" }).fill("インスリンは朝夕の2回まで");
    await conditional.getByRole("dialog").getByRole("button").last().click();
    await expect(message(conditional, "インスリンは朝夕の2回まで")).toBeVisible();

    await openEnquiry(accepting);
    await accepting.getByRole("link", { name: "会話を開く" }).click();
    await expect(message(accepting, "打診元")).toBeVisible();
    await say(accepting, "/受入可");
    await expect(message(accepting, "記録しました")).toBeVisible();
  });

  await test.step("the answers stand side by side; the identity goes to one, who is chosen", async () => {
    await asker.reload();
    const card = (name: string) => asker.getByRole("article", { name });
    await expect(card(HOMES[0])).toContainText("満床・満室");
    await expect(card(HOMES[1])).toContainText("インスリンは朝夕の2回まで");
    await expect(card(HOMES[2])).toContainText("受入可");
    await expectAccessible(asker);
    await asker.getByRole("button", { name: "記録からサマリーを作る" }).click();
    const summary = asker.getByRole("dialog", { name: "サマリーを確かめて承認" });
    await summary.getByLabel("ことば").fill("歩行器で移動。食事は自立。夜間は一度お手洗いへ。");
    await summary.getByRole("button", { name: "承認する" }).click();
    await expect(summary).toBeHidden();
    await card(HOMES[2]).getByRole("button", { name: "本情報を開示する" }).click();
    await asker.getByRole("dialog").getByRole("checkbox", { name: "看護・生活サマリー" }).check();
    await asker.getByRole("dialog").getByRole("button", { name: "渡す" }).click();
    await expect(asker.getByText("本情報開示").first()).toBeVisible();
    await accepting.getByRole("link", { name: "打診の画面を開く" }).click();
    await expect(accepting.getByRole("heading", { name: person })).toBeVisible();
    await expect(accepting.getByText("看護・生活サマリー").first()).toBeVisible();
    await card(HOMES[2]).getByRole("button", { name: "受入決定とする" }).click();
    await asker.getByRole("dialog").getByRole("button", { name: "受入決定とする" }).click();
    await expect(card(HOMES[2])).toContainText("受入決定");
    await expect(card(HOMES[1])).toContainText("他施設決定");
  });

  await test.step("the one that was not chosen reads a polite word, and never learnt who it was", async () => {
    await conditional.goto("/");
    await conditional.getByRole("link", { name: new RegExp(HOMES[1].slice(0, 4)) }).click();
    await expect(message(conditional, "今回は他の施設に決まりました")).toBeVisible();
    const seen = `${await conditional.locator("body").innerText()}${heard.join("")}`;
    expect(heard.length).toBeGreaterThan(3);
    for (const fact of [citizen.familyName, citizen.givenName, citizen.familyKana, "1940-06-07", "6月7日"])
      expect(seen).not.toContain(fact);
  });

  await test.step("the chosen facility's counsellor is in the care team", async () => {
    await accepting.goto("/");
    await expect(accepting.getByRole("link", { name: new RegExp(citizen.familyName) })).toBeVisible();
  });
});

/** From anywhere: the one enquiry on the facility's board. */
async function openEnquiry(page: Page): Promise<void> {
  await goByMenu(page, "打診");
  await page.getByRole("link", { name: "受けた", exact: true }).click();
  await page.getByRole("link", { name: /りんどう病院/ }).click();
  await expect(page.getByText("打診票")).toBeVisible();
}
