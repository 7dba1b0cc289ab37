import { z } from "zod";
import type { Content } from "../matrix/models.ts";
import { readFile } from "../timeline/attachments.ts";
import type { Attachment } from "../timeline/tile.ts";

/** Content key of a letter (ADR 0027): what it says, inside the encryption. */
const LETTER_KEY = "jp.tsunagi.letter";

/** Longest subject and text, in letters. */
export const SUBJECT = 100;
export const TEXT = 8_000;
/** Most files of one letter. */
export const FILES = 10;

const letter = z.object({
  subject: z.string(),
  text: z.string(),
  /** Each as a message about a file says it, with the key it opens by. */
  files: z.array(z.record(z.string(), z.unknown())).max(FILES),
});
export type Letter = Readonly<z.infer<typeof letter>>;

/** The message a letter travels as; `body` is for clients that know nothing of letters. */
export const letterContent = (said: Letter): Content => ({
  msgtype: "m.text",
  body: `${said.subject}\n\n${said.text}`,
  [LETTER_KEY]: said,
});

/** The letter in a message; null when it is none. */
export function readLetter(content: Content): Letter | null {
  const parsed = letter.safeParse(content[LETTER_KEY]);
  return parsed.success ? parsed.data : null;
}

/** Its files as they can be saved; what is none is left out. */
export const filesOf = ({ files }: Letter): readonly Attachment[] =>
  files.flatMap((content) => readFile(content) ?? []);
