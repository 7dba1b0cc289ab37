import type { Page } from "@playwright/test";

/** How a device may look: what is chosen in the settings, as src/kit/appearance.ts keeps it. */
export const LOOKS = { light: { theme: "light" }, dark: { theme: "dark" }, contrast: { theme: "contrast" } } as const;
export type Look = keyof typeof LOOKS;

/** Before the page is opened: what the settings keep. */
export const chooseLook = (page: Page, choice: { theme?: string; size?: string; motion?: string }): Promise<void> =>
  page.addInitScript((kept) => localStorage.setItem("tsunagi.appearance", kept), JSON.stringify(choice)).then(() => {});

/** On a page that is open, as choosing it there would. */
export const turnTo = (page: Page, look: Look): Promise<void> =>
  page.locator("html").evaluate((html, theme) => {
    Object.assign(html.dataset, { theme, contrast: theme === "contrast" ? "more" : "standard" });
  }, LOOKS[look].theme as string);

/** What is wider than the window, so that one would have to scroll sideways. Lists that scroll by design are not asked. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.locator("html").evaluate((html) => {
    const main = html.querySelector("#main, main") ?? html;
    if (html.scrollWidth <= html.clientWidth && main.scrollWidth <= main.clientWidth) return [];
    const wide = [...html.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > html.clientWidth + 1,
    );
    const found = wide.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 160));
    return [`${main.scrollWidth} in ${main.clientWidth}`, ...found];
  });
