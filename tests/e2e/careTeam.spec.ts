import type { Page } from "@playwright/test";
import { ROOM_STATE } from "@tsunagi/contracts/events";
import type { Room } from "matrix-js-sdk";
import { Person } from "../env/person.ts";
import { databaseHolds } from "../env/plainText.ts";
import { until } from "../env/until.ts";
import { expectAccessible } from "./support/accessible.ts";
import { DESKTOP } from "./support/browsers.ts";
import { press } from "./support/conversation.ts";
import { goByMenu } from "./support/menu.ts";
import { addMember, giveConsent, openTeam, register } from "./support/personActs.ts";
import { message, openRoom, say } from "./support/roomActs.ts";
import { setPin, typePassword } from "./support/signIn.ts";
import { expect, test } from "./support/test.ts";

/*
 * The story of part 1: a person without services is watched over, then looked after by a care team that knows
 * everything from before. All people and organisations are invented.
 */
const citizen = {
  familyName: "竜胆寺",
  givenName: "ふき",
  familyKana: "りんどうじ",
  givenKana: "ふき",
  birthDate: "昭和14年3月3日",
};
const staff = {
  socialWorker: { familyName: "葛城山", givenName: "あおい", familyKana: "カツラギヤマ", givenKana: "アオイ" },
  careManager: { familyName: "反射炉", givenName: "けいすけ", familyKana: "ハンシャロ", givenKana: "ケイスケ" },
  nurse: { familyName: "苺畑", givenName: "さゆり", familyKana: "イチゴバタケ", givenKana: "サユリ" },
  doctor: { familyName: "江川", givenName: "たろうざえもん", familyKana: "エガワ", givenKana: "タロウザエモン" },
  helper: { familyName: "狩野", givenName: "なぎさ", familyKana: "カノ", givenKana: "ナギサ" },
  ward: { familyName: "韮山", givenName: "ゆうこ", familyKana: "ニラヤマ", givenKana: "ユウコ" },
};
const ORGANISATIONS = [
  "竹林包括支援センター",
  "ひのき居宅支援",
  "かえで訪問看護",
  "さくらの丘病院",
  "こもれび訪問介護",
];
const SAID = {
  watch: "新聞が三日分たまっていました。冷蔵庫は空に近いです",
  plan: "来週から訪問看護とヘルパーが入ります",
  nurse: "初回訪問に伺いました。血圧は138の82です",
  note: "左足の甲にむくみ。夕方につよい",
  ask: "金曜の朝の薬をお昼に変えます。確認をお願いします",
  foreign: "買い物に同行。帰りに息切れあり",
};
const fullName = ({ familyName, givenName }: { familyName: string; givenName: string }) => `${familyName} ${givenName}`;
const person = fullName(citizen);

test("a watch-over team becomes a care team that has read everything", async ({ accounts, browsers, installation }) => {
  test.setTimeout(300_000); // seven people, one after the other
  const [centre, care, nursing, hospital, help] = await Promise.all([
    accounts.organisation("communitySupportCentre", ORGANISATIONS[0]),
    accounts.organisation("careProvider", ORGANISATIONS[1]),
    accounts.organisation("careProvider", ORGANISATIONS[2]),
    accounts.organisation("hospital", ORGANISATIONS[3]),
    accounts.organisation("careProvider", ORGANISATIONS[4]),
  ]);
  const accountOf = {
    socialWorker: await accounts.account(centre, "certifiedSocialWorker", staff.socialWorker),
    careManager: await accounts.account(care, "careManager", staff.careManager),
    nurse: await accounts.account(nursing, "visitingNurse", staff.nurse),
    doctor: await accounts.account(hospital, "physician", staff.doctor),
    ward: await accounts.account(hospital, "facilityAdmin", staff.ward),
    helper: await accounts.account(help, "helper", staff.helper),
  };

  const socialWorker = await browsers.enter(accountOf.socialWorker, DESKTOP);
  const careManager = await browsers.enter(accountOf.careManager, DESKTOP);
  const nurse = await browsers.enter(accountOf.nurse);
  const doctorsPhone = await browsers.enter(accountOf.doctor);
  await doctorsPhone.close();

  await test.step("the support centre registers a person with consent and watches over them", async () => {
    await register(socialWorker, citizen, ["見守りチームでの共有"]);
    await openTeam(socialWorker, "見守りチーム");
    await addMember(socialWorker, fullName(staff.careManager));
    await expectAccessible(socialWorker);
    await socialWorker.getByRole("link", { name: "会話を開く" }).click();
    await say(socialWorker, SAID.watch);
    await expect(message(socialWorker, SAID.watch)).toBeVisible();
  });

  await test.step("services start: the care manager has reading, asks for the wider consent and takes it over", async () => {
    await openRoom(careManager, person);
    await expect(message(careManager, SAID.watch)).toBeVisible();
    await careManager.getByRole("link", { name: "ご本人の情報と記録を開く" }).click();
    await careManager.getByRole("link", { name: "チーム", exact: true }).click();
    await careManager.getByRole("button", { name: "ケアチームに切り替える" }).click();
    await expect(careManager.getByText("「ケアチームでの共有」の同意が必要です")).toBeVisible();
    await careManager.getByRole("link", { name: "同意を記録する" }).click();
    await careManager.getByRole("button", { name: "同意を記録する" }).click();
    await giveConsent(careManager, ["ケアチームでの共有"]);
    await expect(careManager.getByText("同意を記録しました")).toBeVisible();
    await careManager.getByRole("link", { name: "チーム", exact: true }).click();
    await careManager.getByRole("button", { name: "ケアチームに切り替える" }).click();
    const dialog = careManager.getByRole("dialog");
    await dialog.getByRole("button", { name: "参加者を追加" }).click();
    for (const [text, name] of [
      [ORGANISATIONS[2] ?? "", fullName(staff.nurse)],
      [staff.helper.familyName, fullName(staff.helper)],
    ] as const) {
      await dialog.getByLabel("氏名・ふりがな・事業所でさがす").fill(text);
      await dialog.getByRole("button", { name: `${name} 追加` }).click();
    }
    await dialog.getByRole("button", { name: "ケアチームに切り替える" }).click();
    await expect(careManager.getByText("ケアチームに切り替えました")).toBeVisible();
    await addMember(careManager, fullName(staff.doctor));
  });

  await test.step("they talk, and see by name who has read", async () => {
    await openRoom(careManager, person);
    await say(careManager, SAID.plan);
    await openRoom(nurse, person);
    await expect(message(nurse, SAID.watch)).toBeVisible();
    await expect(message(nurse, SAID.plan)).toBeVisible();
    await say(nurse, SAID.nurse);
    await openRoom(socialWorker, person);
    await expect(message(socialWorker, SAID.nurse)).toBeVisible();
    await expect(message(careManager, SAID.nurse)).toBeVisible(); // until then it still pushes the button away
    await press(message(careManager, SAID.plan).getByRole("button", { name: /既読 2名/ }));
    const readers = careManager.getByRole("dialog", { name: "既読の状況" });
    await expect(readers.getByText(fullName(staff.nurse))).toBeVisible();
    await expect(readers.getByText(fullName(staff.socialWorker))).toBeVisible();
    await careManager.keyboard.press("Escape");
  });

  await test.step("the nurse writes a record by command; it stands on the person's page", async () => {
    await say(nurse, `/note 日常生活 ${SAID.note}`);
    await expect(message(nurse, SAID.note)).toContainText("記録しました");
    await expectAccessible(nurse);
    await nurse.getByRole("link", { name: "ご本人の情報と記録を開く" }).click();
    await nurse.getByRole("link", { name: "記録", exact: true }).click();
    await expect(nurse.getByText(SAID.note)).toBeVisible();
    await expectAccessible(nurse);
  });

  await test.step("the care manager asks for confirmation and sees who has given it", async () => {
    await askForConfirmation(careManager, SAID.ask);
    await openRoom(nurse, person);
    await press(message(nurse, SAID.ask).getByRole("button", { name: "確認しました", exact: true }));
    await press(message(careManager, SAID.ask).getByRole("button", { name: /名中1名が確認しました/ }));
    const state = careManager.getByRole("dialog", { name: "確認の状況" });
    await expect(state.getByRole("region", { name: "確認済み 1名" })).toContainText(fullName(staff.nurse));
    await expect(state.getByRole("region", { name: /まだの方/ })).toContainText(fullName(staff.socialWorker));
    await careManager.keyboard.press("Escape");
  });

  await test.step("the doctor comes with a new device, is approved by the hospital, and reads everything from before", async () => {
    const tablet = await browsers.fresh(DESKTOP);
    await typePassword(tablet, accountOf.doctor);
    await expect(tablet.getByRole("heading", { name: "端末の承認を待っています" })).toBeVisible();
    const code = (await tablet.getByText("この端末の確認番号").locator("..").innerText()).replaceAll(/\D/g, "");
    expect(code).toHaveLength(16);
    await expectAccessible(tablet);
    await approve(await browsers.enter(accountOf.ward, DESKTOP), code);
    await setPin(tablet);
    await openRoom(tablet, person);
    for (const text of [SAID.watch, SAID.plan, SAID.nurse, SAID.note, SAID.ask])
      await expect(message(tablet, text)).toBeVisible();
  });

  await test.step("a foreign Matrix client takes part: it reads, and the same commands work", async () => {
    const { publicUrl } = installation;
    const { loginName, password } = accountOf.helper;
    const helper = await Person.signIn(publicUrl, loginName, password, { strict: false });
    try {
      expect((await helper.settle()).step).toBe("ready");
      const room = await until("the helper is in the care team's room", () =>
        helper.client.getRooms().find((one) => isCareTeam(one) && one.getMyMembership() === "join"),
      );
      await helper.reads(room.roomId, SAID.plan);
      await helper.say(room.roomId, `!記録 支援内容 ${SAID.foreign}`);
      await helper.reads(room.roomId, `${SAID.foreign}\n記録者`);
      await expect(message(careManager, SAID.foreign)).toContainText("記録しました");
    } finally {
      helper.stop();
    }
  });

  await test.step("the homeserver holds none of it in plain text", async () => {
    const names = [citizen, ...Object.values(staff)].flatMap((name) => [name.familyName, name.familyKana]);
    const secrets = [...Object.values(SAID), ...names, ...ORGANISATIONS];
    expect(await databaseHolds(installation.synapseDatabaseUrl, secrets)).toEqual([]);
    expect(await databaseHolds(installation.synapseDatabaseUrl, [accountOf.nurse.loginName])).not.toEqual([]);
  });
});

const isCareTeam = (room: Room): boolean =>
  room.currentState.getStateEvents(ROOM_STATE, "")?.getContent()["kind"] === "team";

async function askForConfirmation(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "写真・ファイル・記録を追加" }).click();
  await page.getByRole("menuitem", { name: "確認を求める" }).click();
  await say(page, text);
}

async function approve(page: Page, code: string): Promise<void> {
  await goByMenu(page, "管理");
  await page.getByRole("link", { name: /端末の承認/ }).click();
  await page.getByRole("button", { name: "承認する" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("確認番号（16桁）").fill(code);
  await dialog.getByRole("button", { name: "承認する" }).click();
  await expect(page.getByText("端末を承認しました")).toBeVisible();
}
