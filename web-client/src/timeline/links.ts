export type TextPart = { readonly text: string; readonly href?: string };

/**
 * Web addresses: ASCII, because Japanese goes on without a space and browsers copy addresses percent-encoded; but
 * letters of other alphabets belong to the address: they are how one host is made to look like another. And telephone
 * numbers as they are written in Japan, to be called by a tap.
 */
const ADDRESS =
  /(?<web>https?:\/\/(?:[!#-;=?-~]|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}])+)|(?<![\d-])(?<tel>0\d{1,4}-\d{1,4}-\d{3,4})(?![\d-])/gu;
/** Belongs to the sentence, not to the address. */
const TAIL = /[.,;:!?)\]}！？]+$/;

/** A text cut into plain parts and addresses. Addresses are shown as they are: nothing hides where they lead. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const { web, tel } = match.groups ?? {};
    const address = (web ?? tel ?? "").replace(TAIL, "");
    if (web && !URL.canParse(address)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: address, href: tel ? `tel:${address.replaceAll("-", "")}` : address });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** Why one should look twice at an address. */
export type LinkDoubt =
  /** The host is written in letters that look like others. */
  | "lookalike"
  /** What stands before the @ is no host, though it looks like one. */
  | "disguised"
  /** A number instead of a name. */
  | "number"
  /** What is sent there can be read on the way. */
  | "open";

export interface LinkFacts {
  /** The host as the browser will call it: other alphabets as xn--. */
  readonly host: string;
  readonly doubts: readonly LinkDoubt[];
}

/** Where a web address really leads. */
export function linkFacts(href: string): LinkFacts {
  const { host, hostname, username, protocol } = new URL(href);
  const doubts: LinkDoubt[] = [];
  if (hostname.split(".").some((part) => part.startsWith("xn--"))) doubts.push("lookalike");
  if (username !== "") doubts.push("disguised");
  if (/^(\d+\.){3}\d+$|^\[/.test(hostname)) doubts.push("number");
  if (protocol === "http:") doubts.push("open");
  return { host, doubts };
}
