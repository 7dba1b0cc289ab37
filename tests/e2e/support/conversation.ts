/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { expect, type Locator, type Page } from "@playwright/test";

/** The conversation as a browser shows it: only the rows near the screen are in the document. */
export const log = (page: Page): Locator => page.getByRole("list", { name: "会話", exact: true });

/** One message by a text in it. */
export const messageWith = (page: Page, text: string): Locator => page.locator("[data-event]", { hasText: text });

/** Rows that are in the document. */
export const rowCount = (page: Page): Promise<number> => page.locator("[data-key]").count();

/** Scrolls and, after the paint, gives the tallest part of the view in which no row stands. Pixels. */
export function scrollAndMeasure(page: Page, pixels: number): Promise<{ readonly hole: number; readonly top: number }> {
  return log(page).evaluate(async (list, by) => {
    let view: HTMLElement | null = list.parentElement;
    while (view && !/auto|scroll/.test(getComputedStyle(view).overflowY)) view = view.parentElement;
    if (!view) throw new Error("nothing scrolls");
    view.scrollTop += by;
    for (let i = 0; i < 2; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const { top, bottom } = view.getBoundingClientRect();
    let reached = top;
    let hole = 0;
    for (const row of view.querySelectorAll("[data-key]")) {
      const rect = row.getBoundingClientRect();
      if (rect.bottom <= top || rect.top >= bottom) continue;
      hole = Math.max(hole, rect.top - reached);
      reached = Math.max(reached, rect.bottom);
    }
    return { hole: Math.max(hole, bottom - reached), top: view.scrollTop };
  }, pixels);
}

/** Where a row's upper edge stands in the window. */
export const topOf = async (row: Locator): Promise<number> => {
  const box = await row.boundingBox();
  expect(box).not.toBeNull();
  return box?.y ?? 0;
};

/** So long nothing may move before somebody would press a button. */
const CALM_MS = 500;

/**
 * Presses a button of a message once the conversation stands still: a receipt or a name that comes in the same moment
 * moves the rows, and the press would end beside the button.
 */
export async function press(button: Locator): Promise<void> {
  await button.evaluate(async (element, calmMs) => {
    let place = "";
    for (let since = performance.now(); performance.now() - since < calmMs; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const { top, left, height } = element.getBoundingClientRect();
      const now = `${top} ${left} ${height}`;
      if (now === place) continue;
      place = now;
      since = performance.now();
    }
  }, CALM_MS);
  await button.click();
}
