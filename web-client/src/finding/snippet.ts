import { foldWithPlaces } from "@tsunagi/contracts/fold";
import { wantedIn } from "./memoryIndex.ts";

export interface SnippetPart {
  readonly text: string;
  /** It is what was looked for. */
  readonly hit: boolean;
}

/** Letters shown before the first hit, and in all. */
const BEFORE = 18;
const LONGEST = 120;

/** The part of a message around what was found, with the places marked. @param typed what was looked for */
export function snippetOf(message: string, typed: string): readonly SnippetPart[] {
  const text = message.replaceAll(/\s+/g, " ").trim();
  const ranges = rangesIn(text, wantedIn(typed));
  const first = ranges[0]?.start ?? 0;
  const start = first > BEFORE * 2 ? first - BEFORE : 0;
  const end = Math.min(text.length, start + LONGEST);
  const parts: SnippetPart[] = start > 0 ? [{ text: "…", hit: false }] : [];
  let at = start;
  for (const range of ranges) {
    if (range.start >= end) break;
    parts.push(
      { text: text.slice(at, range.start), hit: false },
      { text: text.slice(range.start, range.end), hit: true },
    );
    at = range.end;
  }
  parts.push({ text: text.slice(at, Math.max(at, end)) + (end < text.length ? "…" : ""), hit: false });
  return parts.filter((part) => part.text !== "");
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the words stand in the text as it was written; overlapping places joined. */
function rangesIn(text: string, wanted: readonly string[]): readonly Range[] {
  const { text: folded, places } = foldWithPlaces(text);
  const found = wanted.flatMap((word) => {
    const ranges: Range[] = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      ranges.push({ start: places[at] ?? 0, end: trimmedEnd(text, places[at + word.length] ?? text.length) });
    return ranges;
  });
  const joined: Range[] = [];
  for (const range of found.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && range.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}

/** Spaces fold away; behind a word they do not belong to it. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (text[at - 1] === " ") at -= 1;
  return at;
}
