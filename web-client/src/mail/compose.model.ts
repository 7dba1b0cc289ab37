import type { MailView } from "@tsunagi/contracts/rest/mail";
import { Form } from "../kit/form.ts";
import type { Content } from "../matrix/models.ts";
import { type Letter, SUBJECT, TEXT } from "./letter.ts";
import { answerTo, type Chosen } from "./recipients.ts";

export interface ComposeValues {
  readonly to: readonly Chosen[];
  readonly subject: string;
  readonly text: string;
  readonly files: readonly Content[];
}

/** What a letter begins with: nothing, an answer's recipient, or what is forwarded. */
export interface Beginning {
  readonly kind: "new" | "reply" | "forward";
  readonly mail?: MailView;
  readonly letter?: Letter;
}

export function beginWith({ kind, mail, letter }: Beginning): ComposeValues {
  const nothing = { to: [], subject: "", text: "", files: [] };
  if (!(mail && letter)) return nothing;
  const quoted = `\n\n${letter.text.replaceAll(/^/gm, "> ")}`.slice(0, TEXT);
  if (kind === "reply") return { ...nothing, to: answerTo(mail), subject: titled("Re", letter.subject), text: quoted };
  return { ...nothing, subject: titled("Fw", letter.subject), text: quoted, files: letter.files };
}

const titled = (mark: string, subject: string): string =>
  (subject.startsWith(`${mark}: `) ? subject : `${mark}: ${subject}`).slice(0, SUBJECT);

/** A letter, checked before its recipients are looked at. */
export const composeForm = (
  initial: ComposeValues,
  check: (values: ComposeValues) => Promise<void>,
): Form<ComposeValues> =>
  new Form<ComposeValues>({
    initial,
    check: ({ to, subject, text }) => ({
      ...(to.length === 0 ? { to: "mail.chooseRecipient" as const } : {}),
      ...(subject.trim() === "" ? { subject: "fields.needed" as const } : {}),
      ...(text.trim() === "" ? { text: "fields.needed" as const } : {}),
    }),
    submit: check,
  });
