/** A place to fill in, as it stands in a text. */
export const BLANK = "［　］";

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The first blank at or after a place; null when there is none. */
export function blankAfter(text: string, from: number): Span | null {
  const at = text.indexOf(BLANK, from);
  return at < 0 ? null : { from: at, to: at + BLANK.length };
}

/** The last blank that ends at or before a place; null when there is none. */
export function blankBefore(text: string, to: number): Span | null {
  const at = to < BLANK.length ? -1 : text.lastIndexOf(BLANK, to - BLANK.length);
  return at < 0 ? null : { from: at, to: at + BLANK.length };
}

/**
 * Puts a text in where the caret is, on a line of its own.
 * @returns the whole text, and its first new blank, else the end of what was put in
 */
export function putIn(text: string, caret: number, added: string): { readonly text: string; readonly caret: Span } {
  const before = text.slice(0, caret);
  const after = text.slice(caret);
  const start = before === "" || before.endsWith("\n") ? before : `${before}\n`;
  const whole = `${start}${added}${after === "" || after.startsWith("\n") ? "" : "\n"}${after}`;
  const end = start.length + added.length;
  const blank = blankAfter(whole, start.length);
  return { text: whole, caret: blank && blank.to <= end ? blank : { from: end, to: end } };
}
