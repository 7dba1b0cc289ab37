import { z } from "zod";
import type { Label, Language } from "../text.ts";

/** A closed list of codes with their labels: one place for validation, types and screens. */
export interface CodeList<Code extends string> {
  readonly codes: readonly [Code, ...Code[]];
  readonly schema: z.ZodEnum<{ [K in Code]: K }>;
  label(code: Code, language: Language): string;
  has(text: string): text is Code;
}

/** @param entries code → [Japanese, English] */
export function codeList<const Entries extends Record<string, readonly [ja: string, en: string]>>(
  entries: Entries,
): CodeList<Extract<keyof Entries, string>> {
  type Code = Extract<keyof Entries, string>;
  const labels = new Map<string, Label>(Object.entries(entries).map(([code, [ja, en]]) => [code, { ja, en }]));
  const codes = [...labels.keys()] as [Code, ...Code[]];
  return {
    codes,
    schema: z.enum(codes) as unknown as z.ZodEnum<{ [K in Code]: K }>,
    label: (code, language) => labels.get(code)?.[language] ?? code,
    has: (text): text is Code => labels.has(text),
  };
}
