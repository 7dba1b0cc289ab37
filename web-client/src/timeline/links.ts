export type TextPart = { readonly text: string; readonly href?: string };

/** ASCII only: Japanese goes on without a space, and browsers copy addresses percent-encoded. */
const ADDRESS = /https?:\/\/[!#-;=?-~]+/g;
/** Belongs to the sentence, not to the address. */
const TAIL = /[.,;:!?)\]}！？]+$/;

/** A text cut into plain parts and web addresses. Addresses are shown as they are: nothing hides where they lead. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TAIL, "");
    if (!URL.canParse(address)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
