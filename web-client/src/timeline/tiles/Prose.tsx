import { splitLinks, type TextPart } from "../links.ts";
import { splitMentions } from "../mentions.ts";
import styles from "./Tile.module.css";

const NONE: readonly string[] = [];

/** Text as it was written, its web addresses as links that tell nothing of where they were found, names as pills. */
export function Prose({ text, mentions = NONE }: { text: string; mentions?: readonly string[] | undefined }) {
  return <p className={styles["prose"]}>{splitLinks(text).flatMap((part, i) => drawn(part, i, mentions))}</p>;
}

const drawn = (part: TextPart, i: number, mentions: readonly string[]) =>
  part.href ? (
    <a key={i} href={part.href} target="_blank" rel="noopener noreferrer">
      {part.text}
    </a>
  ) : (
    splitMentions(part.text, mentions).map(({ text, mention }, k) =>
      mention ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging text have no other identity
        <span key={`${i}-${k}`} className={styles["mention"]}>
          {text}
        </span>
      ) : (
        text
      ),
    )
  );
