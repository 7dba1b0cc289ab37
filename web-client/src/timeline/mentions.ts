export interface NamedPart {
  readonly text: string;
  /** It names somebody. */
  readonly mention: boolean;
}

/**
 * A text cut at the words that name somebody; the longest word wins where one is the beginning of another.
 * @param words as the message lists them, each with its "@"
 */
export function splitMentions(text: string, words: readonly string[]): readonly NamedPart[] {
  const wanted = [...words].filter((word) => word.startsWith("@")).sort((a, b) => b.length - a.length);
  const parts: NamedPart[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const word = wanted.find((candidate) => text.startsWith(candidate, at));
    if (!word || at < from) continue;
    if (at > from) parts.push({ text: text.slice(from, at), mention: false });
    parts.push({ text: word, mention: true });
    from = at + word.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), mention: false });
  return parts;
}
