import type { Page } from "@playwright/test";
import { openFacility } from "../e2e/support/openFacility.ts";
import { expect, test } from "../e2e/support/test.ts";
import type { Account } from "../env/accounts.ts";
import { Person } from "../env/person.ts";
import { until } from "../env/until.ts";
import { type Size, shoot } from "./shoot.ts";

const SIZES: readonly Size[] = ["phone", "desktop"];
const HOMES = ["しらかばの家（架空）", "あけびの里（架空）", "みずなら荘（架空）"] as const;

async function open(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByText(heading).first()).toBeVisible();
  await expect(page.getByText("読み込んでいます…")).toHaveCount(0);
}

test("pictures of enquiries to facilities", async ({ accounts, browsers, installation }) => {
  const { publicUrl, databaseUrl } = installation;
  const enter = async (account: Account): Promise<Person> => {
    const signIn = () => Person.signIn(publicUrl, account.loginName, account.password).catch(() => undefined);
    const person = await until("somebody signs in", signIn);
    await person.settle("for-this-test-only-1");
    account.password = person.password;
    return person;
  };
  const named = (familyName: string, familyKana: string) => ({
    familyName,
    familyKana,
    givenName: "みのり",
    givenKana: "ミノリ",
  });
  const hospital = await accounts.organisation("hospital", "りんどう病院（架空）");
  const msw = await accounts.account(hospital, "msw", named("病橋", "ヤマハシ"));
  const asker = await enter(msw);
  // In the browser a colleague of the same team: a second device of one account would have to be approved first
  const colleague = await accounts.account(hospital, "dischargeNurse", named("凪野", "ナギノ"));
  const homes = [];
  for (const [i, name] of HOMES.entries()) {
    const organisationId = await accounts.organisation("careProvider", name);
    const counsellor = await accounts.account(
      organisationId,
      "facilityCounselor",
      named(["白樺", "木通", "水楢"][i] ?? "", "シラカバ"),
    );
    homes.push({ facilityId: await openFacility(databaseUrl, organisationId), counsellor });
  }
  const [first, second, third] = homes;
  if (!first || !second || !third) throw new Error("three facilities");

  const person = { familyName: "桔梗院", givenName: "たまき", familyKana: "キキョウイン", givenKana: "タマキ" };
  const facts = {
    birthDate: "1940-06-07",
    sex: "female",
    municipality: "222062",
    address: "架空町 1-2-3",
    careLevel: "care4",
  };
  const registration = await asker.hub.call("registerPerson", {
    body: { person: { ...person, ...facts, bedriddenLevel: "B1" }, registerAnyway: true },
  } as never);
  const personId = (registration as { person: { id: string } }).person.id;
  const consent = { scopes: ["teamSharing", "negotiation"], givenBy: "person", method: "oral", givenOn: "2026-10-01" };
  await asker.hub.call("recordConsent", { params: { personId }, body: consent } as never);
  await asker.hub.call("openTeam", {
    body: { personId, kind: "care", members: [{ staffId: colleague.staffId, organisationId: hospital }] },
  } as never);
  const wish = {
    needs: ["gastrostomy", "insulin"],
    wishedFrom: "2026-12-10",
    period: "long",
    costClass: "ordinary",
    text: "歩行器で歩けます。インスリンは朝夕の2回、声かけで自己注射。娘さんの近くを希望。",
  };
  const facilities = homes.map(({ facilityId }) => facilityId);
  const opened = await asker.hub.call("openNegotiation", { body: { personId, facilities, wish } } as never);
  const idOf = (facilityId: string) => opened.enquiries.find(({ facility }) => facility.id === facilityId)?.id ?? "";
  const say = async (home: typeof first, body: Record<string, unknown>) => {
    const counsellor = await enter(home.counsellor);
    await counsellor.hub.call("answerEnquiry", { params: { enquiryId: idOf(home.facilityId) }, body } as never);
    counsellor.stop();
  };
  await say(first, { action: "decline", reason: "full", text: "来月なら空く見込みです" });
  await say(second, {
    action: "conditional",
    text: "インスリンは朝夕の2回まで。通院の付き添いはご家族でお願いします。",
  });

  const page = await browsers.enter(colleague);
  await open(page, `/negotiations/new?facilities=${facilities.join(",")}`, HOMES[0]);
  await page.getByLabel("対象の方").selectOption({ label: "桔梗院 たまき" });
  await page.getByRole("checkbox", { name: "経管栄養（胃ろう）" }).check();
  await shoot(page, "negotiation-new", SIZES);
  await page.getByLabel(/補足/).fill("桔梗院さんは歩行器で歩けます。4月20日に退院予定");
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  await expect(page.getByText("この言葉は送れません")).toBeVisible();
  await shoot(page, "negotiation-preview", SIZES);
  await open(page, `/negotiations/${opened.id}`, HOMES[0]);
  await shoot(page, "negotiation-case", SIZES);
  await open(page, "/negotiations", "回答待ち");
  await shoot(page, "negotiation-board", SIZES);
  await page.context().close();

  const home = await browsers.enter(third.counsellor);
  await open(home, `/enquiries/${idOf(third.facilityId)}`, "打診票");
  await shoot(home, "enquiry", SIZES);
  await home.setViewportSize({ width: 390, height: 844 });
  await home.getByRole("link", { name: "会話を開く" }).click();
  await expect(home.getByRole("button", { name: "条件付き可" })).toBeVisible();
  await shoot(home, "enquiry-room", ["phone"]);
  asker.stop();
});
