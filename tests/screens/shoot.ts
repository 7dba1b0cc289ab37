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

/** Clocks say another time in each run: the same pictures otherwise. */
const STILL =
  "*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }";

/** Takes a page's pictures in light and dark: docs/screens/NAME.SIZE.LOOK.png. */
export async function shoot(page: Page, name: string, sizes: readonly Size[] = ALL): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    for (const look of ["light", "dark"] as const) {
      await turnTo(page, look);
      const file = path.join(root, "docs/screens", `${name}.${size}.${look}.png`);
      await page.screenshot({ path: file, style: STILL });
    }
  }
}
