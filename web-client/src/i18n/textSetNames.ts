import type { PlainTextKey } from "./keys.ts";
import type { TextSet } from "./textSet.ts";

/** What each set of texts calls itself. */
export const TEXT_SET_NAMES = {
  ja: "app.japanese",
  "ja-easy": "app.easyJapanese",
  en: "app.english",
} as const satisfies Readonly<Record<TextSet, PlainTextKey>>;
