import path from "node:path";
import { expectAccessible } from "./support/accessible.ts";
import { goByMenu } from "./support/menu.ts";
import { expect, test } from "./support/test.ts";

/*
 * A crew with somebody nobody knows: two hospitals asked, one confirmed, a photo over a broken line, hand-over. People and
 * places are invented.
 */
const PHOTO = path.join(import.meta.dirname, "../../docs/screens/card-page.phone.light.png");

test("a crew brings an unknown person to one of two hospitals, and a photo survives a broken line", async ({
  accounts,
  browsers,
}) => {
  test.setTimeout(150_000);
  const fire = await accounts.organisation("fireDepartment", "みほん消防本部（架空）");
  const names = ["すずかけ病院（架空）", "ひいらぎ病院（架空）"] as const;
  const [one, two] = [
    await accounts.organisation("hospital", names[0]),
    await accounts.organisation("hospital", names[1]),
  ];
  const crew = await browsers.enter(await accounts.account(fire, "emt"));
  const nurse = await browsers.enter(await accounts.account(one, "nurse"));
  const other = await accounts.account(two, "nurse");

  await test.step("the crew opens the room with one tap and asks both", async () => {
    await goByMenu(crew, "搬送");
    await crew.getByRole("link", { name: "搬送を始める" }).click();
    await crew.getByLabel("年代").selectOption({ label: "80代前半" });
    await expectAccessible(crew);
    await crew.getByRole("button", { name: "麻痺・ろれつ" }).click();
    for (const name of names) await crew.getByRole("checkbox", { name }).check();
    await crew.getByRole("button", { name: "2か所に照会する" }).click();
    await expect(crew.getByText("回答待ち")).toHaveCount(2);
  });

  await test.step("vitals and times are entered by large buttons, and one is cancelled", async () => {
    await crew.getByLabel("血圧（上）").fill("182");
    await crew.getByLabel("SpO2").fill("９１");
    await crew.getByRole("button", { name: "バイタルを記録" }).click();
    await expect(crew.getByText("血圧（上） 182、SpO2 91")).toBeVisible();
    await crew.getByRole("button", { name: "現着" }).click();
    const arrived = crew.getByRole("listitem").filter({ hasText: "現着" });
    await arrived.getByRole("button", { name: "取消", exact: true }).click();
    await crew
      .getByRole("dialog", { name: "この記録を取り消しますか？" })
      .getByRole("button", { name: "取り消す" })
      .click();
    await expect(crew.getByText("取消済み")).toBeVisible();
  });

  await test.step("the hospital sees age, complaint and vitals, says yes, and is confirmed", async () => {
    await goByMenu(nurse, "搬送");
    await nurse.getByRole("link", { name: /麻痺・ろれつ/ }).click();
    await expect(nurse.getByText("血圧（上） 182、SpO2 91")).toBeVisible();
    await expectAccessible(nurse);
    await nurse.getByRole("button", { name: "受入可", exact: true }).click();
    await crew.getByRole("button", { name: "ここに決める" }).click();
    await expect(crew.getByText("他の病院に決定")).toBeVisible();
    await expect(nurse.getByText("取消済み")).toBeVisible();
  });

  await test.step("a photo is taken while the line is cut, and arrives whole", async () => {
    await crew.getByRole("button", { name: "写真を撮る" }).click();
    const dialog = crew.getByRole("dialog", { name: "写真を撮る" });
    await expectAccessible(crew);
    await crew.route("**/chunks/1", (route) => route.abort());
    await dialog.locator("input[type=file]").setInputFiles(PHOTO);
    await expect(crew.getByText(/電波を待っています/)).toBeVisible();
    await crew.unroute("**/chunks/1");
    const photo = nurse.getByRole("img", { name: /現場の写真/ });
    await expect(photo).toBeVisible();
    await expect(nurse.getByText(/受信中/)).toHaveCount(0);
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBeGreaterThan(240);
  });

  await test.step("a photo that waits for a line survives a reload of the page", async () => {
    await crew.route("**/chunks/1", (route) => route.abort());
    await crew.getByRole("button", { name: "写真を撮る" }).click();
    await crew.getByRole("button", { name: "撮影する" }).click();
    await expect(crew.getByText(/電波を待っています/)).toBeVisible();
    await crew.unroute("**/chunks/1");
    await crew.reload();
    await expect(nurse.getByRole("img", { name: /現場の写真/ })).toHaveCount(2);
    await expect(nurse.getByText(/受信中/)).toHaveCount(0);
  });

  await test.step("a video is played by the hospital while it is filmed", async () => {
    await crew.getByRole("button", { name: "動画を撮る" }).click();
    await crew.getByRole("button", { name: "録画を始める" }).click();
    await nurse.getByRole("button", { name: "再生する" }).click();
    const video = nurse.locator("video");
    await expect.poll(() => video.evaluate((film: HTMLVideoElement) => film.videoWidth)).toBeGreaterThan(0);
    await crew.getByRole("button", { name: /止めて送る/ }).click();
    await expect(nurse.getByText(/受信中/)).toHaveCount(0);
    await expectAccessible(nurse);
  });

  await test.step("after the hand-over neither side sees it any more", async () => {
    await crew.getByRole("button", { name: "引き継ぎを終える" }).click();
    const dialog = crew.getByRole("dialog", { name: "引き継ぎを終える" });
    await dialog.getByRole("button", { name: "引き継ぎを終える" }).click();
    await expect(crew.getByText("引き継ぎは終わりました", { exact: false })).toBeVisible();
    const download = nurse.waitForEvent("download");
    await nurse.getByRole("button", { name: "まとめを保存する（PDF）" }).click();
    expect((await download).suggestedFilename()).toMatch(/^transport-.+\.pdf$/);
    await expect(crew.getByRole("link", { name: "ページで開く" })).toBeVisible();
    await expect(crew.getByRole("img", { name: /現場の写真/ })).toHaveCount(0);
    await expect(nurse.getByText("この照会は終わりました", { exact: false })).toBeVisible();
    await expect(nurse.getByRole("img", { name: /現場の写真/ })).toHaveCount(0);
    await expectAccessible(nurse);
  });

  await test.step("the hospital that was not chosen learns that and no more", async () => {
    const page = await browsers.enter(other);
    await goByMenu(page, "搬送");
    await expect(page.getByText("他の病院に決定")).toBeVisible();
    await expect(page.getByText("麻痺・ろれつ")).toHaveCount(0);
  });
});
