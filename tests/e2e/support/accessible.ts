import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No finding of axe for WCAG 2.2 AA on what the page shows now. */
export const expectAccessible = (page: Page): Promise<void> =>
  expectNothing(page, new AxeBuilder({ page }).withTags(WCAG));

/** The same for what colours alone can do wrong: for a page that was looked at whole in another look. */
export const expectContrast = (page: Page): Promise<void> =>
  expectNothing(page, new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));

async function expectNothing(page: Page, axe: AxeBuilder): Promise<void> {
  await settled(page);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  expect(found, page.url()).toEqual([]);
}

/** Nothing is fading in or out any more: half faded words have half their contrast. What turns for ever may go on. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().iterations === Infinity),
  );
}
