import styles from "./finding.module.css";
import { snippetOf } from "./snippet.ts";

/** The part of a text around what was found, the places marked. */
export function Highlighted({ text, typed }: { text: string; typed: string }) {
  return (
    <>
      {snippetOf(text, typed).map((part, i) =>
        part.hit ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging text have no other identity
          <mark key={i} className={styles["hit"]}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
