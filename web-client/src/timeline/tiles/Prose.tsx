import { type MouseEvent, useState } from "react";
import { useText } from "../../i18n/text.ts";
import { cx } from "../../kit/cx.ts";
import { isLong } from "../folding.ts";
import { splitLinks, type TextPart } from "../links.ts";
import { splitMentions } from "../mentions.ts";
import { useTools } from "../tools.ts";
import styles from "./Tile.module.css";

const NONE: readonly string[] = [];

/**
 * Text as it was written, its web addresses as links that ask before they lead away, names as pills. A long one is
 * folded; for screen readers all of it is there.
 */
export function Prose({ text, mentions = NONE }: { text: string; mentions?: readonly string[] | undefined }) {
  const { t } = useText();
  const { unfolded } = useTools();
  const [open, setOpen] = useState(() => unfolded.has(text));
  const folds = isLong(text);
  const toggle = () => {
    if (open) unfolded.delete(text);
    else unfolded.add(text);
    setOpen(!open);
  };
  return (
    <>
      <p className={cx(styles["prose"], folds && !open && styles["folded"])}>
        {splitLinks(text).flatMap((part, i) => drawn(part, i, mentions))}
      </p>
      {folds && (
        <button type="button" className={styles["more"]} aria-expanded={open} onClick={toggle}>
          {t(open ? "marks.readLess" : "marks.readMore")}
        </button>
      )}
    </>
  );
}

const drawn = (part: TextPart, i: number, mentions: readonly string[]) =>
  part.href ? (
    <SafeLink key={i} href={part.href} text={part.text} />
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

/** A telephone number calls; an address outside asks first, however it is pressed. */
function SafeLink({ href, text }: { href: string; text: string }) {
  const { openLink } = useTools();
  const inside = href.startsWith("tel:") || new URL(href).origin === location.origin;
  const onPress = (event: MouseEvent) => {
    if (inside) return;
    event.preventDefault();
    openLink(href);
  };
  return (
    <a
      href={href}
      rel="noopener noreferrer"
      {...(href.startsWith("tel:") ? {} : { target: "_blank" })}
      onClick={onPress}
      onAuxClick={onPress}
    >
      {text}
    </a>
  );
}
