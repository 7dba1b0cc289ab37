import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { type KitServer, startKit } from "./support/kitServer.ts";
import { chooseLook, LOOKS, type Look, tooWide } from "./support/looks.ts";

let kit: KitServer;
test.beforeAll(async () => {
  kit = await startKit();
});
test.afterAll(() => kit.stop());

const READY = { name: "Dialog, Menu, Toast" };

test.describe("the kit's page", () => {
  for (const look of Object.keys(LOOKS) as Look[])
    test(`shows every component accessibly in ${look}, and as it was reviewed`, async ({ page }) => {
      await chooseLook(page, { ...LOOKS[look], motion: "off" });
      await page.setViewportSize({ width: 900, height: 1200 });
      await page.goto(kit.url);
      await page.getByRole("heading", READY).waitFor();
      await expectAccessible(page);
      for (const name of ["Button, Badge", "Field", "Banner, EmptyState, Busy, SkeletonList, FailureBanner, Loaded"]) {
        await page
          .getByRole("heading", { name, exact: true })
          .evaluate((title) => title.scrollIntoView({ block: "start" }));
        const file = `kit-${look}-${name.split(",")[0]?.toLowerCase()}.png`;
        // Fonts differ from machine to machine: what is compared is places and colours, not the edges of letters.
        await expect(page).toHaveScreenshot(file, { maxDiffPixelRatio: 0.08, threshold: 0.35 });
      }
    });

  test("holds at 200 % zoom with extra large text, in forced colours too", async ({ page }) => {
    await chooseLook(page, { size: "extra" });
    await page.setViewportSize({ width: 195, height: 422 });
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(kit.url);
    await page.getByRole("heading", READY).waitFor();
    expect(await tooWide(page)).toEqual([]);
  });
});

test.describe("with the keyboard alone", () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 900 });
    await page.goto(kit.url);
    await page.getByRole("heading", READY).waitFor();
  });

  test("a menu opens at its first or last entry, is walked by arrows and first letters, and gives the focus back", async ({
    page,
  }) => {
    const button = page.getByRole("button", { name: "このメッセージの操作" });
    const entry = (name: string) => page.getByRole("menuitem", { name });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(entry("コピー")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(entry("編集する")).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    await expect(entry("コピー")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(entry("取消")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("menu")).toBeHidden();
  });

  test("a dialog keeps the focus, closes by Esc and gives it back; the menu's act may open one", async ({ page }) => {
    const opener = page.getByRole("button", { name: "Dialog", exact: true });
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press("Tab");
      // In the dialog, or in the browser's own bar after the last stop: never on the page behind.
      await expect(page.locator("main :focus:not(dialog *):not(dialog)")).toHaveCount(0);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test("a toast is told without taking the focus", async ({ page }) => {
    const opener = page.getByRole("button", { name: "Toast", exact: true });
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("log")).toContainText("保存しました");
    await expect(opener).toBeFocused();
  });

  test("a group of choices is one stop, walked by arrows", async ({ page }) => {
    const light = page.getByRole("radio", { name: "明るい" });
    await page.getByRole("radio", { name: "端末に合わせる" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect(light).toBeChecked();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("radio", { name: "標準" })).toBeFocused();
  });
});

test.describe("readings over the kanji", () => {
  test("are for eyes only, and can be switched off again", async ({ page }) => {
    await page.goto(kit.url);
    const ruby = page.getByRole("switch", { name: "ふりがな" }).first();
    await ruby.click();
    await expect(page.locator("rt", { hasText: "がめん" }).first()).toBeVisible();
    await expectAccessible(page);
    const cdp = await page.context().newCDPSession(page);
    const { nodes } = await cdp.send("Accessibility.getFullAXTree");
    const names = nodes.filter(({ role }) => role?.value === "radio").map(({ name }) => name?.value as string);
    expect(names).toContain("端末に合わせる");
    await ruby.click();
    await expect(page.locator("rt")).toHaveCount(0);
  });

  test("easy Japanese says it in easy words, with what it lacks in plain Japanese", async ({ page }) => {
    await page.goto(kit.url);
    await page.getByRole("radio", { name: "やさしい日本語" }).click();
    await expect(page.getByText("この端末だけの 設定です。")).toBeVisible();
    await expect(page.getByRole("button", { name: "保存する" }).first()).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  });
});
