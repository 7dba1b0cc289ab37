import path from "node:path";
import type { Page } from "@playwright/test";
import { root } from "../../scripts/launch/stack.ts";
import { turnTo } from "../e2e/support/looks.ts";

const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1440, height: 900 },
} as const;

export type Size = keyof typeof SIZES;
export const ALL: readonly Size[] = ["phone", "tablet", "desktop"];

const FOLDER = process.env["TSUNAGI_SCREENS_DIR"] ?? path.join(root, "docs/screens");

/** Takes a page's pictures in light and dark: docs/screens/NAME.SIZE.LOOK.png. */
export async function shoot(page: Page, name: string, sizes: readonly Size[] = ALL): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    for (const look of ["light", "dark"] as const) {
      await turnTo(page, look);
      await page.screenshot({ path: path.join(FOLDER, `${name}.${size}.${look}.png`), animations: "disabled" });
    }
  }
}
