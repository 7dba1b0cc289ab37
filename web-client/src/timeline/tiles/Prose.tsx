import { splitLinks } from "../links.ts";
import styles from "./Tile.module.css";

/** Text as it was written, its web addresses as links that tell nothing of where they were found. */
export function Prose({ text }: { text: string }) {
  return (
    <p className={styles["prose"]}>
      {splitLinks(text).map((part, i) =>
        part.href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging text have no other identity
          <a key={i} href={part.href} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
