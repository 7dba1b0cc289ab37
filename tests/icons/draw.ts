import fs from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../../scripts/launch/stack.ts";
import { findBrowser } from "../env/browser.ts";

/*
 * Draws the application's icons from web-client/public/icon.svg, with the browser of the tests. The pictures are kept
 * in the repository: run this again after the drawing has changed (`npm run icons`).
 */

const folder = path.join(root, "web-client/public");
const GREEN = "#0b665c";

interface Icon {
  readonly name: string;
  readonly size: number;
  /** Fills its square, with the drawing in the middle: systems cut their own shape out of it. */
  readonly maskable: boolean;
}

const ICONS: readonly Icon[] = [
  { name: "icon-180.png", size: 180, maskable: true },
  { name: "icon-192.png", size: 192, maskable: false },
  { name: "icon-512.png", size: 512, maskable: false },
  { name: "icon-maskable-192.png", size: 192, maskable: true },
  { name: "icon-maskable-512.png", size: 512, maskable: true },
];

const drawing = fs.readFileSync(path.join(folder, "icon.svg"), "utf8");
const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
for (const { name, size, maskable } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const share = maskable ? 80 : 100; // what is outside a circle of 80 % may be cut off (W3C, "Icon masks")
  await page.setContent(`<style>
    html, body { margin: 0; block-size: 100%; background: ${maskable ? GREEN : "transparent"}; }
    body { display: grid; place-items: center; }
    svg { inline-size: ${share}%; block-size: ${share}%; }
  </style>${drawing}`);
  await page.screenshot({ path: path.join(folder, name), omitBackground: true });
}
await browser.close();
