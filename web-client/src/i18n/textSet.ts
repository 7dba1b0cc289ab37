import type { Language } from "@tsunagi/contracts/text";

/** A set of system texts: a language, or Japanese in easy words (やさしい日本語), which falls back to Japanese. */
export type TextSet = Language | "ja-easy";

export const TEXT_SETS: readonly TextSet[] = ["ja", "ja-easy", "en"];

/** What labels that come in two languages (code lists, the hub's sentences) are shown in. */
export const languageOf = (set: TextSet): Language => (set === "en" ? "en" : "ja");

export const isTextSet = (text: string | null): text is TextSet => TEXT_SETS.some((set) => set === text);
