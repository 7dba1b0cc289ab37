import { mailAddress } from "@tsunagi/contracts/rest/mail";
import { useEffect, useState } from "react";
import type { LetterDraft } from "../composer/letterDraft.ts";
import { useTalk } from "../rooms/TalkProvider.tsx";
import { type Beginning, beginWith, type ComposeValues } from "./compose.model.ts";

interface KeptLetter {
  /** What was begun before, else what a letter of this kind begins with. */
  readonly initial: ComposeValues;
  readonly fresh: ComposeValues;
  /** It was begun before. */
  readonly restored: boolean;
  readonly forget: () => void;
}

/** A begun letter, kept as the composer's drafts are: sealed, on all of one's devices. One new one, one answer a letter. */
export function useKeptLetter(beginning: Beginning): KeptLetter {
  const { letters } = useTalk().ownThings;
  const id = idOf(beginning);
  const [kept] = useState(() => {
    const fresh = beginWith(beginning);
    const draft = letters.getSnapshot().get(id);
    return { initial: draft ? restore(draft) : fresh, fresh, restored: draft !== undefined };
  });
  return { ...kept, forget: () => letters.remove(id) };
}

/** Keeps what has been typed; what stands there from the beginning is nothing yet. */
export function useKeepLetter(beginning: Beginning, fresh: ComposeValues, values: ComposeValues): void {
  const { letters } = useTalk().ownThings;
  const id = idOf(beginning);
  useEffect(() => {
    if (JSON.stringify(values) === JSON.stringify(fresh)) letters.remove(id);
    else letters.put(id, structuredClone(values) as LetterDraft);
  }, [letters, id, fresh, values]);
}

const idOf = ({ kind, mail }: Beginning): string => (mail ? `${kind} ${mail.id}` : kind);

const restore = ({ to, ...rest }: LetterDraft): ComposeValues => ({
  ...rest,
  to: to.flatMap(({ address, ...called }) => {
    const parsed = mailAddress.safeParse(address);
    return parsed.success ? [{ address: parsed.data, ...called }] : [];
  }),
});
