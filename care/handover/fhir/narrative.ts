import type { Narrative } from "fhir/r4.js";
import { type Answer, labelOf, wordsOf } from "../answers.ts";
import { escaped } from "../html/escape.ts";

const XHTML = "http://www.w3.org/1999/xhtml";

/** What a section says, for people whose system shows nothing but text. */
export function narrativeOf(answers: readonly Answer[]): Narrative {
  const rows = answers.map((answer) => `<li>${escaped(labelOf(answer.item))}：${listOf(wordsOf(answer))}</li>`);
  return narrative(`<ul>${rows.join("")}</ul>`);
}

const listOf = (words: readonly string[]): string => words.map(escaped).join("<br/>");

/** @param inside XHTML, escaped already */
export const narrative = (inside: string): Narrative => ({
  status: "generated",
  div: `<div xmlns="${XHTML}" lang="ja" xml:lang="ja">${inside}</div>`,
});
